#!/bin/sh
# Fetches the tree-sitter command line (0.22, from Debian trixie) into the build folder and prints the
# path of a wrapper that runs it. Only who changes grammar/grammar.js needs it. Nothing is installed on
# the machine: packages are downloaded through a private apt root made from the machine's own Debian
# sources, with the suite replaced, and run with their own C library.
#
# Usage: scripts/tree-sitter-cli.sh [TARGET_FOLDER]      (default: build/tools/tree-sitter-cli)
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
target=${1:-$root/build/tools/tree-sitter-cli}
suite=trixie
wrapper=$target/tree-sitter

if [ -x "$wrapper" ] && "$wrapper" --version >/dev/null 2>&1; then
    printf '%s\n' "$wrapper"
    exit 0
fi

say() { printf '%s\n' "$*" >&2; }

for tool in apt-get dpkg node; do
    command -v "$tool" >/dev/null || { say "tree-sitter-cli.sh: $tool is needed and was not found"; exit 1; }
done

mkdir -p "$target"
target=$(cd "$target" && pwd)
wrapper=$target/tree-sitter
apt=$target/apt
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/packages" "$target/root"

# The mirror this machine already uses for Debian itself; both formats of sources are understood.
mirror=$(
    for file in /etc/apt/sources.list.d/*.sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -r "$file" ] || continue
        sed -n -e 's/^URIs:[[:space:]]*\([^[:space:]]*\).*/\1/p' \
               -e 's/^deb[[:space:]]\{1,\}\(\[[^]]*\][[:space:]]\{1,\}\)\{0,1\}\([a-z]*:[^[:space:]]*\).*/\2/p' "$file"
    done | grep '/debian/\{0,1\}$' | head -n 1
)
[ -n "$mirror" ] || { say "tree-sitter-cli.sh: no Debian mirror in the sources of apt"; exit 1; }
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$mirror" "$suite" >"$apt/sources.list"

private_apt() {
    apt-get -qq -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$apt/lists" -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root \
        -o APT::Get::List-Cleanup=false -o Acquire::Languages=none -o Debug::NoLocking=true "$@" >&2
}

private_apt update
(cd "$apt/packages" && private_apt download tree-sitter-cli libc6 libgcc-s1)
for package in "$apt"/packages/*.deb; do
    dpkg -x "$package" "$target/root"
done

loader=$(find "$target/root" -name 'ld-linux*.so.*' | head -n 1)
program=$(find "$target/root" -name tree-sitter -type f | head -n 1)
libraries=$(find "$target/root" -name libc.so.6 | head -n 1)
if [ -z "$loader" ] || [ -z "$program" ] || [ -z "$libraries" ]; then
    say "tree-sitter-cli.sh: the packages do not hold what is expected"
    exit 1
fi
cat >"$wrapper" <<WRAPPER
#!/bin/sh
exec "$loader" --library-path "$(dirname "$libraries")" "$program" "\$@"
WRAPPER
chmod +x "$wrapper"
rm -rf "$apt"
printf '%s\n' "$wrapper"
