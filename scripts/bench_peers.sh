# shellcheck shell=bash
# ./dev bench-peers: latency beside other language servers, CPU beside other linters, in one run on one machine. The peers come from npm
# into build/peers; the measuring tools are those of ../shared.
[ -d ../shared/tools ] || { echo "bench-peers: there is no folder \"shared\" with the measuring tools beside the checkout" >&2; exit 1; }
build release slipway
command -v npm >/dev/null || install_packages npm
peers=build/peers
mkdir -p "$peers"
if [ ! -x "$peers/node_modules/.bin/docker-langserver" ]; then
  run npm install --silent --prefix "$peers" --no-save dockerfile-language-server-nodejs@0.15.0 @wharflab/tally-linux-x64@0.45.0
fi
tally="$(find "$peers/node_modules/@wharflab" -path '*/bin/tally' | head -n 1)"
slipway="$root/build/release/slipway"
run python3 ../shared/tools/lspbench.py "slipway=$slipway serve" "docker-langserver=$root/$peers/node_modules/.bin/docker-langserver --stdio" \
  ${tally:+"tally=$root/$tally lsp --stdio"}
run python3 ../shared/tools/lintbench.py ../shared/corpus/files "slipway=$slipway lint --no-config --format json" ${tally:+"tally=$root/$tally lint --format json"}
