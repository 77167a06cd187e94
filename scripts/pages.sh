#!/usr/bin/env bash
# The pages that the binary writes: docs/rules/*.md, from the rules and from the examples in tests/rules.
# usage: pages.sh --write | --check [SLIPWAY]     --check: exit status 1, with the difference, when a committed page is stale
set -euo pipefail
root="$(dirname "${BASH_SOURCE[0]}")/.."
slipway="$(realpath "${2:-$root/build/release/slipway}")"
case "${1:---check}" in
  --write)
    rm -rf "$root/docs/rules"
    "$slipway" explain --pages "$root/docs/rules"
    ;;
  --check)
    fresh="$(mktemp -d)"
    trap 'rm -rf "$fresh"' EXIT
    "$slipway" explain --pages "$fresh"
    diff --recursive --brief "$root/docs/rules" "$fresh"
    ;;
  *)
    echo "pages.sh: --write or --check" >&2
    exit 2
    ;;
esac
