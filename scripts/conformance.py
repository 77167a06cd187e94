#!/usr/bin/env python3
"""Runs one conformance test: a tool of ../shared (beside the checkout) against the binary just built.

usage: conformance.py TEST SLIPWAY        runs TEST; exit status 77 ("skipped") where ../shared is not there
       conformance.py --list              the names of the tests
       conformance.py --table SLIPWAY     runs every scoring test without a floor and prints one table (./dev score)

Floors are what we have reached and must not lose: raise them, never lower them.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(ROOT), 'shared')
SKIPPED = 77
LSP_AREAS = ['actions', 'completion', 'definition', 'diagnostics', 'folding', 'highlight', 'hover', 'prepareRename', 'references', 'rename', 'symbols']


def shared(*parts):
    return os.path.join(SHARED, *parts)


def vectors(area, names=('*',)):
    return sorted(path for name in names for path in glob.glob(shared('vectors', area, f'{name}.jsonl')))


def tool(name, *arguments):
    return [sys.executable, shared('tools', name), *arguments]


def floors(percent):
    return [word for area in ('instructions', 'stages', 'errors', 'warnings', 'messages') for word in ('--min', f'{area}={percent}')]


# Test → how it is run, with its floor. Each takes the binary and gives a command line.
TESTS = {
    'buildkit_corpus': lambda slipway: tool('compare_buildkit.py', '--slipway', slipway, '--root', shared('corpus', 'files'), *floors(100),
                                            shared('corpus', 'buildkit.jsonl')),
    'buildkit_vectors': lambda slipway: tool('compare_buildkit.py', '--slipway', slipway, *floors(100), *vectors('buildkit')),
    'convert': lambda slipway: tool('check_convert.py', '--slipway', slipway, '--min', '50', *vectors('convert')),
    'lsp': lambda slipway: tool('check_lsp.py', '--min', '99', *vectors('lsp', LSP_AREAS), '--', slipway, 'serve'),
    'lsp_fuzz': lambda slipway: [sys.executable, os.path.abspath(__file__), '--sessions', slipway],
    'no_error_nodes': lambda slipway: [sys.executable, os.path.abspath(__file__), '--error-nodes', slipway],
}
# What `./dev score` prints besides: everything that has a tool, without floors.
SCORES = {
    'BuildKit, corpus': lambda slipway: tool('compare_buildkit.py', '--show', '0', '--slipway', slipway, '--root', shared('corpus', 'files'),
                                             shared('corpus', 'buildkit.jsonl')),
    'BuildKit, vectors': lambda slipway: tool('compare_buildkit.py', '--show', '0', '--slipway', slipway, *vectors('buildkit')),
    'convert': lambda slipway: tool('check_convert.py', '--show', '0', '--slipway', slipway, *vectors('convert')),
    'file flow': lambda slipway: tool('check_flow.py', '--show', '0', '--slipway', slipway, *vectors('flow')),
    'editor questions': lambda slipway: tool('check_lsp.py', '--show', '0', *vectors('lsp'), '--', slipway, 'serve'),
    'random sessions': TESTS['lsp_fuzz'],
}


def error_nodes(slipway):
    """Our grammar reads every file that BuildKit's parser accepts without an ERROR or MISSING node. Returns the exit status."""
    with open(shared('corpus', 'buildkit.jsonl'), encoding='utf-8') as lines:
        records = [json.loads(line) for line in lines]
    files = [shared('corpus', 'files', r['path']) for r in records if r.get('parse_ok')]
    files = [path for path in files if os.path.exists(path)]
    total = 0
    for at in range(0, len(files), 200):
        done = subprocess.run([slipway, 'inspect', '--what', 'tree', *files[at:at + 200]], capture_output=True, text=True, errors='replace', check=False)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        if len(answers) != len(files[at:at + 200]):
            sys.exit(f'slipway inspect answered for {len(answers)} of {len(files[at:at + 200])} files: {done.stderr.strip()[-300:]}')
        for answer in answers:
            count = len(re.findall(r'\((ERROR|MISSING)\b', answer['tree']))
            total += count
            if count:
                print(f'{os.path.basename(answer["file"])}: {count} ERROR or MISSING nodes')
    print(f'{len(files)} files, {total} ERROR or MISSING nodes')
    return 1 if total else 0


def random_sessions(slipway):
    """Ten sessions, two in each of five processes: most of a session is waiting. Returns the exit status."""
    plays = [subprocess.Popen(tool('lspfuzz.py', '--seed', str(seed), '--sessions', '2', shared('corpus', 'files'), '--', slipway, 'serve'),
                              stdout=subprocess.PIPE, text=True) for seed in range(1, 11, 2)]
    passed = failed = 0
    for play in plays:
        *faults, last = play.communicate()[0].splitlines() or ['0 passed, 2 failed']
        print(*faults, sep='\n', end='\n' if faults else '')
        numbers = re.findall(r'\d+', last)
        passed, failed = passed + int(numbers[0]), failed + int(numbers[1])
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or passed < 10 else 0


def table(slipway):
    """Runs every score; areas and the last line of each tool are the table."""
    for name, command in SCORES.items():
        done = subprocess.run(command(slipway), capture_output=True, text=True, errors='replace', check=False)
        lines = [line for line in done.stdout.splitlines() if line.strip()]
        rows = [line for line in lines if re.search(r'\d+ of +\d+|%', line)]
        last = lines[-1] if lines else f'did not run: {done.stderr.strip().splitlines()[-1:]}'
        for row in rows:
            print(f'{name:18} {row}')
        print(f'{name:18} {last}', flush=True)
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--list', action='store_true')
    parser.add_argument('--table', metavar='SLIPWAY')
    parser.add_argument('--error-nodes', metavar='SLIPWAY')
    parser.add_argument('--sessions', metavar='SLIPWAY')
    parser.add_argument('test', nargs='?')
    parser.add_argument('slipway', nargs='?')
    options = parser.parse_args()
    if options.list:
        print(*TESTS, sep='\n')
        return 0
    if not os.path.isdir(SHARED):
        print(f'skipped: there is no folder "shared" beside the checkout ({os.path.basename(ROOT)}); conformance is scored only where it is')
        return SKIPPED
    if options.table:
        return table(os.path.abspath(options.table))
    if options.error_nodes:
        return error_nodes(options.error_nodes)
    if options.sessions:
        return random_sessions(options.sessions)
    if options.test not in TESTS or not options.slipway:
        parser.error(f'TEST is one of {", ".join(TESTS)}, and SLIPWAY the binary')
    return subprocess.run(TESTS[options.test](os.path.abspath(options.slipway)), check=False).returncode


if __name__ == '__main__':
    sys.exit(main())
