#!/usr/bin/env python3
"""Plays the examples of docs/language.md: what the page promises is what slipway says.

usage: language_test.py PAGE [--show]      (SLIPWAY_BINARY names the binary; --show prints what slipway says of each example)

An example is a fence `dockerfile`, perhaps a fence `dockerignore` (the .dockerignore beside it), and a fence `text` with the answer. Lines of an answer:

  reads as: RUN 2-4 heredoc EOF; CMD 5 exec     instructions: keyword, lines, flags, heredocs, exec form; all of them, or
  reads as: … RUN 2-4; CMD 5                     with `…` in front those at the end
  stages: 0 build on image golang; 1 on stage 0  every stage
  refers: b @3 to stage 0; V @4 to line 1; W @4 to nothing    words that name a stage or a variable; only those listed are looked at
  sets: A @2 to x; B @2 to ?                     values of ARG and ENV; `?` is a value that is not known; only those listed are looked at
  finds: UndefinedVar @3                         BuildKit's checks with their lines
  error @2: missing '}'                          an error with its line, `error:` one without; a part of the message is enough
  more errors                                    what follows from those named
  builds                                         for people: neither checks nor errors

Checks and errors are always compared whole: what an answer leaves out must not come (but for `more errors`).
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SHOW = '--show' in sys.argv and sys.argv.remove('--show') is None
PAGE = pathlib.Path(sys.argv.pop(1)).resolve()
SLIPWAY = os.environ.get('SLIPWAY_BINARY', 'slipway')
FENCE = re.compile(r'^```(\w+)\n(.*?)^```$', re.S | re.M)


class Example:
    def __init__(self, line, dockerfile):
        self.line, self.dockerfile, self.ignore, self.answer = line, dockerfile, None, None


def examples(page):
    """The examples of a page, in order; a fence in the wrong place ends the test."""
    found = []
    for fence in FENCE.finditer(page):
        kind, body, line = fence[1], fence[2], page.count('\n', 0, fence.start()) + 1
        if kind == 'dockerfile':
            found.append(Example(line, body))
        elif kind == 'dockerignore':
            found[-1].ignore = body
        elif kind == 'text':
            if not found or found[-1].answer is not None:
                sys.exit(f'{PAGE}:{line}: an answer without an example')
            found[-1].answer = body
    for example in found:
        if example.answer is None:
            sys.exit(f'{PAGE}:{example.line}: an example without an answer')
    return found


def run(*arguments):
    done = subprocess.run([SLIPWAY, *arguments], capture_output=True, text=True, encoding='utf-8', timeout=60)
    if done.returncode not in (0, 1):
        sys.exit(f'slipway {arguments[0]} ended with {done.returncode}: {done.stderr}')
    return done.stdout


def play(all_examples):
    """What slipway sees in each example, and what it finds."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, example in enumerate(all_examples):
            home = pathlib.Path(folder, str(number))
            home.mkdir()
            files.append(home / 'Dockerfile')
            files[-1].write_text(example.dockerfile, encoding='utf-8')
            if example.ignore is not None:
                (home / '.dockerignore').write_text(example.ignore, encoding='utf-8')
        seen = {o['file']: o for o in map(json.loads, run('inspect', '--what', 'instructions,stages,references,variables', *files).splitlines())}
        found = {str(file): [] for file in files}
        for finding in json.loads(run('lint', '--format', 'json', '--only', 'buildkit', '--no-config', *files)):
            found[finding['file']].append(finding)
        return [(seen[str(file)], found[str(file)]) for file in files]


def lines_of(entry):
    first, last = entry['startLine'], entry['endLine']
    return str(first) if first == last else f'{first}-{last}'


def reading(seen):
    out = []
    for entry in seen['instructions']:
        words = [entry['keyword'], lines_of(entry), *entry['flags']]
        words += ['heredoc ' + name for name in entry['heredocs']]
        out.append(' '.join(words + ['exec'] * entry['execForm']))
    return out


def stages(seen):
    out = []
    for stage in seen['stages']:
        base = f"stage {stage['baseStage']}" if stage['baseStage'] is not None else f"{stage['baseKind']} {stage['baseValue'] or stage['base']}"
        out.append(f"{stage['index']} {stage['name'] + ' ' if stage['name'] else ''}on {base}")
    return out


def references(seen):
    out = []
    for use in seen['references']:
        target = 'nothing'
        if use['stage'] is not None:
            target = f"stage {use['stage']}"
        elif use['variable'] is not None:
            target = f"line {seen['variables'][use['variable']]['line']}"
        elif use['predefined']:
            target = 'BuildKit'
        out.append(f"{use['text']} @{use['line']} to {target}")
    return out


def values(seen):
    return [f"{v['name']} @{v['line']} to {'?' if v['value'] is None else v['value']}" for v in seen['variables']]


def checks(findings):
    out = {(f['range']['start']['line'], alias.split('/')[1]) for f in findings for alias in f['aliases']
           if alias.startswith('buildkit/') and alias != 'buildkit/error'}
    return [f'{name} @{line}' for line, name in sorted(out)]


def errors(findings):
    return [(f['range']['start']['line'], f['message']) for f in findings if 'buildkit/error' in f['aliases']]


FORMS = {'reads as': reading, 'stages': stages, 'refers': references, 'sets': values}


class Page(unittest.TestCase):
    maxDiff = None

    def check_list(self, name, wanted, got):
        if name in ('refers', 'sets'):
            for item in wanted:
                self.assertIn(item, got, f'{name}: {"; ".join(got)}')
        elif wanted[0].startswith('… '):
            wanted[0] = wanted[0][2:]
            self.assertEqual(wanted, got[-len(wanted):])
        else:
            self.assertEqual(wanted, got)

    def check_errors(self, wanted, got, more):
        if more:
            self.assertGreater(len(got), len(wanted))
        else:
            self.assertEqual(len(wanted), len(got), f'errors: {got}')
        for (line, part), (line_got, message) in zip(wanted, got):
            self.assertIn(part, message)
            if line:
                self.assertEqual(int(line), line_got, message)

    def check_example(self, example, seen, findings):
        wanted_checks, wanted_errors, more = [], [], False
        for line in example.answer.splitlines():
            error = re.match(r'error(?: @(\d+))?: (.+)$', line)
            name, _, rest = line.partition(': ')
            if error:
                wanted_errors.append(error.groups())
            elif name == 'finds':
                wanted_checks = rest.split('; ')
            elif name in FORMS:
                self.check_list(name, rest.split('; '), FORMS[name](seen))
            elif line == 'more errors':
                more = True
            else:
                self.assertEqual(line, 'builds')
        self.assertEqual(wanted_checks, checks(findings))
        self.check_errors(wanted_errors, errors(findings), more)

    def test_every_example_is_what_slipway_says(self):
        found = examples(PAGE.read_text(encoding='utf-8'))
        self.assertGreater(len(found), 30)
        for example, (seen, findings) in zip(found, play(found)):
            with self.subTest(example=f'{PAGE.name}:{example.line}'):
                self.check_example(example, seen, findings)


def show():
    for example, (seen, findings) in zip(found := examples(PAGE.read_text(encoding='utf-8')), play(found)):
        print(f'--- line {example.line}\n{example.dockerfile}answer:\n{example.answer}slipway:')
        for name, form in FORMS.items():
            print(f'{name}: {"; ".join(form(seen))}')
        print(f'finds: {"; ".join(checks(findings))}\nerrors: {errors(findings)}')


if SHOW:
    show()
else:
    unittest.main()
