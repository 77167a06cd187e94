# shellcheck shell=bash
# ./dev grammar: grammar.js → src/parser.c (committed), then the grammar's own tests. Needed only after a change of grammar.js.
command -v node >/dev/null || install_packages nodejs
cli="$(scripts/tree_sitter_cli.sh)"
(cd grammar && run "$cli" generate --abi 14 --no-bindings && run "$cli" test)
