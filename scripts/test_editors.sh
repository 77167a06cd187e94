# shellcheck shell=bash
# ./dev test-editors: sessions in real editors; each prints what a user of that editor would see. What is missing is installed, where
# apt is: Emacs with eglot, and a Neovim of its own below build/packages. VS Code: tests/editors/vscode/run by hand, it takes minutes.
build release slipway
slipway="$root/build/release/slipway"
if command -v apt-get >/dev/null; then need emacs-nox elpa-eglot elpa-dockerfile-mode; fi
SLIPWAY_NVIM="$(scripts/neovim.sh)" || SLIPWAY_NVIM=""
export SLIPWAY_NVIM
folder="$(mktemp -d)"
printf 'FROM golang:1.22 AS Builder\nRUN go build -o /server .\n\nFROM alpine:3.20\nCOPY --from=bulder /server /server\n' >"$folder/Dockerfile"
failed=()

# session NAME COMMAND…: exit status 77 means that the editor is not here.
session() {
  local name="$1" status=0
  shift
  run "$@" || status=$?
  case "$status" in
    0) ;;
    77) echo "test-editors: $name is not installed here; ./dev doctor says how to get it" ;;
    *) failed+=("$name") ;;
  esac
}

# Sessions with the server alone, the same for every server, and then those of our own clients.
general=../shared/tools/editors
if [ -d "$general" ]; then
  if [ -n "$SLIPWAY_NVIM" ]; then session Neovim "$SLIPWAY_NVIM" --headless -u NONE -l "$general/nvim_session.lua" "$folder/Dockerfile" "$slipway" serve; fi
  if command -v emacs >/dev/null; then session Emacs emacs --batch -l "$general/eglot_session.el" "$folder/Dockerfile" "$slipway" serve; fi
else
  echo "test-editors: ../shared is not here; the sessions with the server alone are skipped"
fi
session "the Neovim plugin" tests/editors/neovim/run "$slipway"
session "slipway.el" tests/editors/emacs/run "$slipway"
rm -rf "$folder"
[ ${#failed[@]} -eq 0 ] || { printf 'test-editors: failed: %s\n' "${failed[@]}" >&2; exit 1; }
