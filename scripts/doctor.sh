# shellcheck shell=bash
# ./dev doctor: what is here and what is missing.
tool() {  # NAME, what for, how to get it
  local version
  if command -v "$1" >/dev/null; then
    version="$("$1" --version 2>/dev/null | grep -m 1 -oE '[0-9]+(\.[0-9]+)+' || true)"
    printf '  %-16s %-10s %s\n' "$1" "${version:-?}" "$2"
  else
    printf '  %-16s %-10s %s; get it: %s\n' "$1" missing "$2" "$3"
  fi
}
echo "needed to build and test:"
for package in "${build_packages[@]}"; do
  version="$(dpkg-query --show --showformat='${Version}' "$package" 2>/dev/null || true)"
  printf '  %-20s %s\n' "$package" "${version:-missing; get it: ./dev setup}"
done
if compgen -G 'build/packages/tree-sitter-bash-*/src/parser.c' >/dev/null; then
  printf '  %-20s %s\n' "shell grammar" "unpacked in build/packages"
else
  tool npm "fetches the shell grammar" "./dev setup"
fi
echo "used where they are:"
tool valgrind "ctest instruction_counts" "./dev setup"
tool ccache "second builds in seconds" "apt-get install ccache"
tool mold "links in a blink" "apt-get install mold"
tool clang++-14 "presets clang and fuzz" "./dev build clang"
tool clang-format-14 "./dev format, check" "./dev check"
tool clang-tidy-14 "./dev check" "./dev check"
tool shellcheck "./dev check" "apt-get install shellcheck"
tool node "./dev grammar, bench-peers, editors/vscode" "apt-get install nodejs"
tool nvim "./dev test-editors" "apt-get install neovim"
tool emacs "./dev test-editors" "apt-get install emacs-nox elpa-eglot elpa-dockerfile-mode"
echo "built:"
for binary in build/*/slipway; do
  [ ! -x "$binary" ] || printf '  %-24s %s\n' "$binary" "$("$binary" --version 2>/dev/null | head -n 1)"
done
[ -d ../shared ] && echo "conformance material: beside the checkout" || echo "conformance material: none beside the checkout, its tests are skipped"
