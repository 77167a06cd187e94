#!/usr/bin/env python3
"""Refuses includes that point upward or that the folder's CMakeLists.txt does not declare.

usage: layering.py SOURCE_FOLDER LAYERS_TXT

SOURCE_FOLDER holds server/. LAYERS_TXT is build/<preset>/layers.txt, written by cmake/layers.cmake: one line a folder, 'name: uses …'.
Checked, each with file, line and the arrow that is refused:
  - an arrow, declared or included, must be one of ALLOWED below (docs/architecture.md, "Layers");
  - an included folder must be declared in USES;
  - third-party headers stay in the folders that own them (THIRD_PARTY below); private ones reach no other folder through a header.
Exit status 1 when something is refused.
"""
import os
import re
import sys

# The Dockerfile tower from the top; each folder may include every folder in a later group, and none in its own group or an earlier one.
TOWER = [['cli'], ['host'], ['features'], ['refactor', 'lint', 'format'], ['snapshot'], ['semantic'], ['shell'], ['syntax'], ['text'], ['support']]
# Folders beside the tower: what they may include …
BESIDE = {'lsp': ['jsonrpc', 'support'], 'jsonrpc': ['support'], 'catalog': ['syntax', 'text', 'support'], 'registry': ['support']}
# … and who may include them.
READERS = {
    'lsp': ['host', 'cli'],
    'jsonrpc': ['lsp', 'host', 'cli'],
    'catalog': ['snapshot', 'refactor', 'lint', 'format', 'features', 'host', 'cli'],
    'registry': ['host', 'cli'],
}
# First part of an include in <> → the folders that may have it (None: every folder) …
THIRD_PARTY = {
    'tree_sitter': ['syntax', 'shell'],
    'nlohmann': ['jsonrpc', 'lsp', 'host', 'cli', 'refactor'],  # refactor: package.json and other manifests of the workspace
    'boost': ['host', 'registry'],
    'CLI': ['cli'],
    'fmt': None,
    'doctest': [],
}
# … and the folders whose headers may show it to others; elsewhere it is private to the folder.
SHOWN_BY = {'nlohmann': ['jsonrpc', 'lsp', 'host', 'cli'], 'boost': ['host', 'registry']}
# Headers that the grammar's scanner shares with the folder that reads what it found.
GRAMMAR_READERS = ['syntax']
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def allowed_arrows():
    allowed = {name: set(below) for name, below in BESIDE.items()}
    for rank, group in enumerate(TOWER):
        below = {name for lower in TOWER[rank + 1:] for name in lower}
        for name in group:
            allowed[name] = below | {beside for beside, readers in READERS.items() if name in readers}
    return allowed


def read_declared(path):
    declared = {}
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            name, _, uses = line.partition(':')
            if name.strip():
                declared[name.strip()] = uses.split()
    return declared


def line_with(path, words):
    """1-based number of the first line that has all the words; 1 if there is none."""
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            if all(re.search(rf'\b{re.escape(word)}\b', line) for word in words):
                return number
    return 1


def check_declared(server, declared, allowed):
    for name, uses in declared.items():
        listing = f'server/{name}/CMakeLists.txt'
        path = os.path.join(os.path.dirname(server), listing)
        if not os.path.exists(path):
            continue
        if name not in allowed:
            yield f'{listing}:1: {name} has no place among the layers; give it one in scripts/layering.py and docs/architecture.md'
            continue
        for used in uses:
            if used not in allowed[name]:
                yield f'{listing}:{line_with(path, ["USES", used])}: {name} → {used} is declared but refused: {why_refused(name, used, allowed)}'


def why_refused(name, used, allowed):
    if used not in allowed:
        return f'there is no layer {used}'
    return f'{name} may include {", ".join(sorted(allowed[name])) or "no other folder"}'


def read_includes(server):
    """{file below server/: [(line, quoted?, target)]}, files in order."""
    includes = {}
    for home, folders, files in os.walk(server):
        folders.sort()
        for file in sorted(files):
            if file.endswith(('.h', '.cpp')):
                path = os.path.join(home, file)
                with open(path, encoding='utf-8', errors='replace') as lines:
                    found = [(number, INCLUDE.match(line)) for number, line in enumerate(lines, 1)]
                includes[os.path.relpath(path, server)] = [(number, hit[1] == '"', hit[2]) for number, hit in found if hit]
    return includes


def check_own(place, name, target, declared, allowed, folders):
    used = target.split('/')[0]
    if '/' not in target or used not in folders:
        yield f'{place}: "{target}" does not say its folder; write it from server/, as "{name}/…"'
    elif used == name:
        return
    elif used not in allowed.get(name, ()):
        yield f'{place}: {name} → {used} is refused: {why_refused(name, used, allowed)}'
    elif used not in declared.get(name, ()):
        yield f'{place}: {name} → {used} is not declared; add {used} to USES in server/{name}/CMakeLists.txt'


def check_third_party(place, name, target):
    owner = target.split('/')[0]
    folders = THIRD_PARTY.get(owner)
    if folders is not None and name not in folders:
        yield f'{place}: {name} → <{owner}/…> is refused: {"only " + ", ".join(folders) + " may" if folders else "no folder of server/ may"}'


def private_headers(includes):
    """{header: third party that it shows}, directly or through headers of its own folder, where that is private to the folder."""
    private = {}
    grew = True
    while grew:
        grew = False
        for file, lines in includes.items():
            name = file.split('/')[0]
            if not file.endswith('.h') or file in private:
                continue
            for _, _, target in lines:
                owner = private.get(target) or target.split('/')[0]
                if owner in THIRD_PARTY and name not in SHOWN_BY.get(owner, ()):
                    private[file] = owner
                    grew = True
                    break
    return private


def check_includes(server, declared, allowed):
    folders = {name for name in os.listdir(server) if os.path.isdir(os.path.join(server, name))}
    grammar = os.path.join(os.path.dirname(server), 'grammar', 'src')
    includes = read_includes(server)
    private = private_headers(includes)
    for file, lines in includes.items():
        name = file.split('/')[0]
        for number, quoted, target in lines:
            place = f'server/{file}:{number}'
            if not quoted or target.split('/')[0] in THIRD_PARTY:
                yield from check_third_party(place, name, target)
            elif name in GRAMMAR_READERS and '/' not in target and os.path.exists(os.path.join(grammar, target)):
                continue
            elif target in private and target.split('/')[0] != name:
                yield f'{place}: "{target}" shows <{private[target]}/…>, which is private to {target.split("/")[0]}'
            else:
                yield from check_own(place, name, target, declared, allowed, folders)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    server = os.path.join(os.path.abspath(sys.argv[1]), 'server')
    declared, allowed = read_declared(sys.argv[2]), allowed_arrows()
    refused = [*check_declared(server, declared, allowed), *check_includes(server, declared, allowed)]
    print(*refused, sep='\n', end='\n' if refused else '')
    print(f'layering: {len(declared)} folders, {len(refused)} includes or arrows refused')
    sys.exit(1 if refused else 0)


if __name__ == '__main__':
    main()
