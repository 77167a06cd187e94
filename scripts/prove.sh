# shellcheck shell=bash
# ./dev prove WHAT: real builds, with buildah and base images made from Debian's packages. The first run makes those, which takes minutes.
what="${1:?what is to be proved: convert}"
need buildah debootstrap busybox-static
build release slipway
case "$what" in
  convert) run python3 scripts/prove/convert.py build/release/slipway --table docs/conversion.md "${@:2}" ;;
  *)       run python3 "scripts/prove/$what.py" build/release/slipway "${@:2}" ;;
esac
