#!/usr/bin/env python3
"""Refuses long files (over 400 lines) and long functions (over 60 lines) in server/.

usage: sizes.py SOURCE_FOLDER [--longest N]

scripts/sizes-exceptions.txt lists what may be longer, one line each: 'PATH LINES REASON' for a file, 'PATH:FUNCTION LINES REASON' for a
function; LINES is how long it is today. The list may only shrink: growing past LINES is refused, and so is an entry that is not needed.
Functions are found by a scan of braces, good enough for formatted code: a class or namespace is looked into, a table is not a function.
"""
import argparse
import os
import re
import sys

MAX_FILE, MAX_FUNCTION = 400, 60
CONTAINER = re.compile(r'\b(namespace|class|struct|union|extern)\b')
CONTROL = re.compile(r'^(if|for|while|switch|do|else|try|catch|return)\b')
RAW = re.compile(r'R"([^(\s]{0,16})\(')


def blanked(text):
    """The text with comments, literals and preprocessor lines blanked; line ends stay where they are."""
    out, at, size = [], 0, len(text)

    def skip(end):
        nonlocal at
        out.append(re.sub(r'[^\n]', ' ', text[at:end]))
        at = end

    line_is_blank = True
    while at < size:
        c, two = text[at], text[at:at + 2]
        if two == '//':
            skip(end_or(text.find('\n', at), size))
        elif two == '/*':
            skip(end_or(text.find('*/', at + 2), size - 2) + 2)
        elif c == '#' and line_is_blank:
            end = at
            while True:
                end = end_or(text.find('\n', end), size)
                if end == size or text[end - 1] != '\\':
                    break
                end += 1
            skip(end)
        elif c == 'R' and (raw := RAW.match(text, at)) and not (at and (text[at - 1].isalnum() or text[at - 1] == '_')):
            close = f'){raw[1]}"'
            skip(end_or(text.find(close, raw.end()), size - len(close)) + len(close))
        elif c == '"' or (c == "'" and not (at and text[at - 1].isalnum())):
            end = at + 1
            while end < size and text[end] not in (c, '\n'):
                end += 2 if text[end] == '\\' else 1
            skip(min(end + 1, size))
        else:
            line_is_blank = c == '\n' or (line_is_blank and c.isspace())
            out.append(c)
            at += 1
    return ''.join(out)


def end_or(found, otherwise):
    return found if found >= 0 else otherwise


def kind_of(head):
    """What a '{' opens, by the text since the last ';', '{' or '}': 'container', 'function', 'part' (of a head that goes on) or 'other'."""
    if head.count('(') != head.count(')') or re.search(r'\)\s*(noexcept\s*)?:[^:].*[\w>]$', head, re.S):
        return 'part'  # a default argument, a member's initialiser
    head = re.sub(r'\[\[[^\]]*\]\]', ' ', head).strip()
    head = re.sub(r'^(template\s*<.*?>\s*)+', '', head, flags=re.S)
    if re.search(r'(?<![=!<>+\-*/&|])=\s*$', head) or CONTROL.match(head):
        return 'other'
    parameters = head.find('(')
    if parameters < 0:
        return 'container' if CONTAINER.search(head) else 'other'
    if re.search(r'(?<![=!<>])=(?!=)', re.sub(r'\boperator\s*\S{1,3}?\s*\(', '(', head[:parameters] + '(')):
        return 'other'  # a variable whose initialiser holds parentheses
    return 'function'


def name_of(head):
    head = re.sub(r'\[\[[^\]]*\]\]', ' ', head)
    found = re.search(r'((?:~?\w+::)*(?:operator\s*[^\s(]+|~?\w+))\s*\(', head)
    return re.sub(r'\s+', '', found[1]) if found else '?'


def functions(text):
    """Yields (name, first line, lines) of each function body's braces."""
    code = blanked(text)
    stack, head, line, start = [], '', 1, 1
    for c in code:
        if c == '\n':
            line += 1
        if c == '{':
            kind = kind_of(head) if all(k == 'container' for k, _, _ in stack) else 'other'
            stack.append((kind, head if kind == 'part' else name_of(head) if kind == 'function' else '', start if head.strip() else line))
            head = ''
        elif c == '}':
            if stack:
                kind, name, first = stack.pop()
                if kind == 'function':
                    yield name, first, line - first + 1
                head = name + '{}' if kind == 'part' else ''
        elif c == ';' or (c == ':' and re.fullmatch(r'\s*(public|private|protected)\s*', head)):
            head = ''
        else:
            if not head.strip() and not c.isspace():
                start = line
                head = ''
            head += c


def measure(root):
    """Everything over nothing: {key: (lines, place)} for files and functions of server/."""
    files, long_functions = {}, {}
    for home, folders, names in os.walk(os.path.join(root, 'server')):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(('.h', '.cpp')):
                continue
            path = os.path.join(home, name)
            shown = os.path.relpath(path, root)
            with open(path, encoding='utf-8', errors='replace') as source:
                text = source.read()
            files[shown] = (text.count('\n'), f'{shown}:1')
            for function, first, lines in functions(text):
                key = f'{shown}:{function}'
                if lines > long_functions.get(key, (0, ''))[0]:
                    long_functions[key] = (lines, f'{shown}:{first}')
    return files, long_functions


def read_exceptions(path):
    """{key: (lines, line number in the list)}; complains of entries that are not understood."""
    entries, complaints = {}, []
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.startswith('#'):
                continue
            parts = line.split(None, 2)
            if len(parts) < 3 or not parts[1].isdigit():
                complaints.append(f'{path}:{number}: an entry is PATH[:FUNCTION] LINES REASON')
            else:
                entries[parts[0]] = (int(parts[1]), number)
    return entries, complaints


def judge(sizes, limit, what, exceptions, used):
    for key, (lines, place) in sorted(sizes.items()):
        if lines <= limit:
            continue
        if key not in exceptions:
            yield f'{place}: {key.rpartition(":")[2]} has {lines} lines; a {what} has at most {limit}. Split it by stage of thought.'
            continue
        used.add(key)
        ceiling = exceptions[key][0]
        if lines > ceiling:
            yield f'{place}: {key.rpartition(":")[2]} grew from {ceiling} to {lines} lines; an exception may only shrink.'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('root')
    parser.add_argument('--longest', type=int, default=0, help='print the N longest files and functions as well')
    options = parser.parse_args()
    listing = os.path.join(options.root, 'scripts', 'sizes-exceptions.txt')
    exceptions, refused = read_exceptions(listing)
    files, long_functions = measure(options.root)
    used = set()
    refused += judge(files, MAX_FILE, 'file', exceptions, used)
    refused += judge(long_functions, MAX_FUNCTION, 'function', exceptions, used)
    refused += [f'scripts/sizes-exceptions.txt:{number}: {key} needs no exception any more; take the line out.'
                for key, (_, number) in exceptions.items() if key not in used]
    for sizes in (files, long_functions):
        for key, (lines, _) in sorted(sizes.items(), key=lambda item: -item[1][0])[:options.longest]:
            print(f'{lines:5} {key}')
    print(*refused, sep='\n', end='\n' if refused else '')
    print(f'sizes: {len(files)} files, {len(long_functions)} functions, {len(exceptions)} exceptions, {len(refused)} refused')
    sys.exit(1 if refused else 0)


if __name__ == '__main__':
    main()
