#!/usr/bin/env bash
# Prints a folder in which npm's code-server (the editor of VS Code in a browser) and playwright-core are installed and built.
# Below build/packages, 330 MB, some minutes the first time. Needs Node 20 with npm and, from Debian, chromium, ripgrep and libkrb5-dev.
# The package's own set-up scripts download from places that a closed machine does not reach; what they do is done here with npm alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
home="$PWD/build/packages/code-server"
if [ ! -e "$home/ready" ]; then
  {
    mkdir -p "$home"
    cd "$home"
    [ -f package.json ] || echo '{"private": true}' >package.json
    npm install --silent --no-save --ignore-scripts code-server@4.100.3 playwright-core@1.52.0
    server="$home/node_modules/code-server"
    for part in lib/vscode lib/vscode/extensions; do
      (cd "$server/$part" && npm install --silent --ignore-scripts --omit=dev)
    done
    # Its last module fails; nobody needs that one here.
    (cd "$server/lib/vscode" && npm rebuild --silent @vscode/spdlog node-pty native-watchdog kerberos @parcel/watcher) || true
    npm rebuild --silent argon2
    (
      cd "$server/lib/vscode"
      ln -sfn node_modules node_modules.asar
      ln -sfn code-linux.sh bin/remote-cli/code-server
      ln -sfn browser-linux.sh bin/helpers/browser.sh
      mkdir -p node_modules/@vscode/ripgrep/bin
      ln -sfn "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
    )
    touch "$home/ready"
  } >&2
fi
echo "$home"
