# shellcheck shell=bash
# ./dev fuzz [SECONDS]: every fuzz target for so long, each with its own corpus below build/fuzz/corpus; findings stay beside it.
seconds="${1:-60}"
build fuzz fuzz_targets
failed=()
for target in build/fuzz/tests/fuzz/fuzz_*[a-z]; do
  [ -f "$target" ] || continue
  name="$(basename "$target")"
  corpus="build/fuzz/corpus/$name"
  mkdir -p "$corpus" "build/fuzz/found"
  seeds=()
  [ -d ../shared/corpus/files ] && seeds=(../shared/corpus/files)
  run "$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="build/fuzz/found/$name-" "$corpus" "${seeds[@]}" || failed+=("$name")
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "broken: ${failed[*]}; the inputs are in build/fuzz/found, and '$target FILE' plays one again" >&2
  exit 1
fi
echo "every target lived through $seconds seconds"
