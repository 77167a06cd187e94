#!/usr/bin/env bash
# Prints the path of a Neovim, 0.10 or newer; exit status 1 with a word when there is none to be had.
# Debian 12 has 0.7: the one of Debian 13 is unpacked with its libraries below build/packages (nothing is installed) and run through
# its own loader. The mirror is the one this machine is configured for.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

is_new_enough() {
  "$1" --version 2>/dev/null | head -n 1 | grep -Eq '^NVIM v(0\.[1-9][0-9]|[1-9])'
}

if command -v nvim >/dev/null && is_new_enough nvim; then
  command -v nvim
  exit 0
fi
home="$PWD/build/packages/neovim"
wrapper="$home/nvim"
if [ ! -x "$wrapper" ]; then
  command -v apt-get >/dev/null || { echo "no Neovim 0.10 here, and no apt to fetch one" >&2; exit 1; }
  # shellcheck disable=SC2016  # apt's own placeholder
  mirror="$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' 'Created-By: Packages' 2>/dev/null | sort -u | head -n 1)"
  [ -n "$mirror" ] || { echo "no Debian mirror is configured here" >&2; exit 1; }
  rm -rf "$home"
  mkdir -p "$home"/apt/{lists/partial,cache/archives/partial} "$home/root"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$home/apt/sources.list"
  : >"$home/apt/status"   # nothing counts as installed: libc comes too
  options=(-o "Dir::Etc::sourcelist=$home/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$home/apt/lists"
           -o "Dir::State::status=$home/apt/status" -o "Dir::Cache=$home/apt/cache" -o APT::Sandbox::User=root -o Debug::NoLocking=1)
  {
    apt-get "${options[@]}" update -qq
    apt-get "${options[@]}" install -y -qq --no-install-recommends --download-only neovim
    for package in "$home"/apt/cache/archives/*.deb; do dpkg -x "$package" "$home/root"; done
  } >&2 || { echo "the packages of Neovim cannot be fetched" >&2; exit 1; }
  root="$home/root"
  loader="$(find "$root" -name 'ld-linux*.so*' | head -n 1)"
  libraries="$(dirname "$(find "$root" -name libc.so.6 | head -n 1)")"
  multiarch="$root/usr/lib/$(basename "$libraries")"
  {
    echo '#!/bin/sh'
    printf 'export VIMRUNTIME=%q\n' "$root/usr/share/nvim/runtime"
    printf 'export LUA_PATH=%q LUA_CPATH=%q\n' "$root/usr/share/lua/5.1/?.lua;;" "$multiarch/lua/5.1/?.so;;"
    printf 'exec %q --library-path %q %q "$@"\n' "$loader" "$libraries:$multiarch" "$root/usr/bin/nvim"
  } >"$wrapper"
  chmod +x "$wrapper"
  rm -rf "$home/apt"
fi
is_new_enough "$wrapper" || { echo "the fetched Neovim does not run here" >&2; exit 1; }
echo "$wrapper"
