#!/usr/bin/env bash
# Prints the path of a tree-sitter command line, 0.22 or newer; exit status 1 with a word when there is none to be had.
# Debian 12 has none: it is taken from Debian 13 with that release's libc, unpacked below build/packages (nothing is installed), and
# run through its own loader. The mirror is the one this machine is configured for.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if command -v tree-sitter >/dev/null; then
  command -v tree-sitter
  exit 0
fi
home="$PWD/build/packages/tree-sitter-cli"
wrapper="$home/tree-sitter"
if [ ! -x "$wrapper" ]; then
  command -v apt-get >/dev/null || { echo "no tree-sitter command line here, and no apt to fetch one" >&2; exit 1; }
  # shellcheck disable=SC2016  # apt's own placeholder
  mirror="$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' 'Created-By: Packages' 2>/dev/null | sort -u | head -n 1)"
  [ -n "$mirror" ] || { echo "no Debian mirror is configured here" >&2; exit 1; }
  apt_root="$home/apt"
  mkdir -p "$apt_root"/{lists/partial,cache/archives/partial,root}
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$apt_root/sources.list"
  options=(-o "Dir::Etc::sourcelist=$apt_root/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$apt_root/lists"
           -o "Dir::Cache=$apt_root/cache" -o APT::Sandbox::User=root -o Debug::NoLocking=1)
  {
    apt-get "${options[@]}" update -qq
    (cd "$apt_root" && apt-get "${options[@]}" download tree-sitter-cli/trixie libc6/trixie libgcc-s1/trixie)
    for package in "$apt_root"/*.deb; do dpkg -x "$package" "$apt_root/root"; done
  } >&2 || { echo "the packages of tree-sitter's command line cannot be fetched" >&2; exit 1; }
  loader="$(find "$apt_root/root" -name 'ld-linux*.so*' | head -n 1)"
  libraries="$(dirname "$(find "$apt_root/root" -name libc.so.6 | head -n 1)")"
  printf '#!/bin/sh\nexec %q --library-path %q %q "$@"\n' "$loader" "$libraries" "$apt_root/root/usr/bin/tree-sitter" >"$wrapper"
  chmod +x "$wrapper"
fi
"$wrapper" --version >/dev/null 2>&1 || { echo "the fetched tree-sitter command line does not run here" >&2; exit 1; }
echo "$wrapper"
