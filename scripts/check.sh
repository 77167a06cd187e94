# shellcheck shell=bash
# ./dev check: everything a reviewer would ask for before reading. Goes through all of it, then fails if anything did.
need clang-format-14 clang-tidy-14 python3
build release
complaints=()
complain() { complaints+=("$1"); }

# Lines: the whole of our C++.
cpp_files | run xargs clang-format-14 --dry-run --Werror || complain "format: ./dev format mends it"

# Bugs: files that differ from the main branch (all of them in a checkout without one).
base="$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD 2>/dev/null || true)"
changed="$( { [ -n "$base" ] && git diff --name-only "$base" -- 'server/*.cpp' 'tests/*.cpp' && git ls-files --others --exclude-standard -- 'server/*.cpp' 'tests/*.cpp'; } || cpp_files)"
changed="$(printf '%s\n' "$changed" | grep -E '^(server|tests)/.*\.cpp$' | grep -vE '^tests/(fuzz|bench)/' | sort -u || true)"
if [ -n "$changed" ]; then
  printf '%s\n' "$changed" | run xargs -P "$(nproc)" -n 4 clang-tidy-14 --quiet -p build/release || complain "clang-tidy"
fi

# Structure.
run python3 scripts/layering.py . build/release/layers.txt || complain "layering"
run python3 scripts/sizes.py . || complain "sizes"
! command -v shellcheck >/dev/null || run shellcheck dev .ci/run scripts/*.sh || complain "shellcheck"

# What tools wrote is what they would write now.
run ctest --preset release --tests-regex '^rules_tests$' || complain "stale goldens or pages: ./dev bless writes them"
if cli="$(scripts/tree_sitter_cli.sh)" && command -v node >/dev/null; then
  fresh="$(mktemp -d)"
  cp -r grammar/. "$fresh"
  (cd "$fresh" && run "$cli" generate --abi 14 --no-bindings)
  run cmp "$fresh/src/parser.c" grammar/src/parser.c || complain "stale parser.c: ./dev grammar writes it"
  rm -rf "$fresh"
else
  echo "skipped: grammar/src/parser.c against grammar.js (no tree-sitter command line, or no node)" >&2
fi

if [ ${#complaints[@]} -gt 0 ]; then
  printf 'check: %s\n' "${complaints[@]}" >&2
  exit 1
fi
echo "check: nothing to say"
