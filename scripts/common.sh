# shellcheck shell=bash
# What the verbs of ./dev share. Sourced in the root of the checkout.

# docs/decisions/ says why each is there.
build_packages=(g++ cmake ninja-build git python3 nlohmann-json3-dev libboost1.81-dev libfmt-dev doctest-dev libcli11-dev libtree-sitter-dev)
test_packages=(valgrind)

run() {
  printf '+ %s\n' "$*" >&2
  "$@"
}

# need PACKAGE…: installs the Debian packages that are missing.
need() {
  local missing=() package
  if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian: see that these packages, or what is in them, are installed: $*" >&2
    return 0
  fi
  for package in "$@"; do
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

install_packages() {
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  export DEBIAN_FRONTEND=noninteractive
  run "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  run "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# npm fetches the shell grammar once, by name and version, into the build folder (cmake/tree_sitter_bash.cmake).
need_npm() {
  compgen -G 'build/packages/tree-sitter-bash-*/src/parser.c' >/dev/null || command -v npm >/dev/null || install_packages npm
}

# build PRESET [TARGET…]: installs what is missing, configures a new build folder, builds.
build() {
  local preset="$1"
  shift
  need "${build_packages[@]}"
  need_npm
  case "$preset" in fuzz|clang) need clang-14 libclang-rt-14-dev ;; esac
  [ -f "build/$preset/build.ninja" ] || run cmake --preset "$preset"
  run cmake --build --preset "$preset" ${1:+--target "$@"}
}

# Our C++ files, generated ones left out.
cpp_files() {
  find server tests -name '*.h' -o -name '*.cpp' | sort
}
