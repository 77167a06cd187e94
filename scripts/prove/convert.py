#!/usr/bin/env python3
"""Builds small programs as they are and as `slipway convert` turns them, starts both, and compares what they answer and how large they are.

usage: convert.py SLIPWAY [--only NAME] [--table FILE]

Each folder of tests/prove/convert is a program: its single-stage Dockerfile, its sources, and prove.json, which says how to ask it
(and names the folder of the program where that stands elsewhere).
With --table the result replaces the table between the marks in FILE. Exit status 1 when one answer differs.
"""
import argparse
import datetime
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from images import Images  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAMS = os.path.join(ROOT, 'tests', 'prove', 'convert')
MARKS = ('<!-- proof: made by ./dev prove convert -->', '<!-- end of proof -->')


def convert(slipway, folder):
    """What slipway offers for the folder's Dockerfile."""
    done = subprocess.run([slipway, 'convert', '--json', os.path.join(folder, 'Dockerfile')], capture_output=True, text=True, check=False)
    answer = json.loads(done.stdout or '{}')
    if not answer.get('offered'):
        raise RuntimeError(f'not converted: {answer.get("reason", {}).get("message") or done.stderr.strip()}')
    return answer


def command_of(images, tag):
    """Words, user and folder that a container of the image starts with."""
    config = json.loads(images.buildah('inspect', '--type', 'image', tag))['OCIv1']['config']
    return (config.get('Entrypoint') or []) + (config.get('Cmd') or []), config.get('User', ''), config.get('WorkingDir') or '/'


def fetch(port, path, seconds=20):
    """The body of http://localhost:PORT/PATH once somebody answers."""
    until = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(f'http://127.0.0.1:{port}{path}', timeout=5) as reply:
                return f'{reply.status} {reply.read().decode("utf-8", "replace")}'
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def ask(images, tag, how):
    """What a container of the image answers: a page, or its output and exit status."""
    words, user, folder = command_of(images, tag)
    container = images.buildah('from', '--pull-never', tag).strip()
    options = ['--workingdir', folder] + (['--user', user] if user else [])
    process = images.start('run', *options, container, '--', *words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
    try:
        if 'port' in how:
            return fetch(how['port'], how.get('path', '/'))
        out, _ = process.communicate(timeout=30)
        return f'exit status {process.returncode}: {out.strip()}'
    except (OSError, subprocess.TimeoutExpired) as problem:
        os.killpg(process.pid, signal.SIGTERM)
        out, _ = process.communicate()
        return f'no answer ({problem}): {out.strip()[-500:]}'
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
        images.buildah('rm', container)


def megabytes(size):
    return f'{size / 1e6:,.1f} MB'


def prove(images, slipway, name):
    """One program; the row of the table, and whether both answered as expected."""
    with open(os.path.join(PROGRAMS, name, 'prove.json'), encoding='utf-8') as file:
        how = json.load(file)
    with tempfile.TemporaryDirectory(dir=images.folder) as folder:
        context = os.path.join(folder, 'context')
        shutil.copytree(os.path.join(ROOT, how['folder']) if 'folder' in how else os.path.join(PROGRAMS, name), context,
                        ignore=shutil.ignore_patterns('prove.json'))
        if 'prepare' in how:  # files that are made, since they are no text
            subprocess.run(how['prepare'], cwd=context, check=True)
        with open(os.path.join(context, 'Dockerfile'), encoding='utf-8') as file:
            single = file.read()
        offer = convert(slipway, context)
        answers, sizes = [], []
        for kind, dockerfile in (('single', single), ('multi', offer['dockerfile'])):
            tag = f'localhost/{name}-{kind}'
            images.provide(dockerfile)
            images.build(tag, dockerfile, context)
            answers.append(ask(images, tag, how))
            sizes.append(images.size(tag))
    right = all(how['answer'] in answer for answer in answers) and answers[0] == answers[1]
    last = [line.split()[1] for line in offer['dockerfile'].splitlines() if line.upper().startswith('FROM ')][-1]
    row = f'| {how["title"]} | `{single.split()[1]}` | `{last}` | {offer["safety"]} | {megabytes(sizes[0])} | {megabytes(sizes[1])} | {answers[1]} |'
    if not right:
        print(f'{name}: asked for {how["answer"]!r}\n  single-stage: {answers[0]}\n  converted:    {answers[1]}', file=sys.stderr)
    return row, right


def write_table(path, rows):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    begin, end = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
    head = ['', f'Built and started on {datetime.date.today().strftime("%d %B %Y").lstrip("0")}.', '',
            '| program | single-stage on | converted runs on | offer | size before | size after | both answer |', '|---|---|---|---|---|---|---|']
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text[:begin] + '\n'.join(head + rows) + '\n' + text[end:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('slipway')
    parser.add_argument('--only')
    parser.add_argument('--table')
    arguments = parser.parse_args()
    images = Images(os.path.join(ROOT, 'build', 'prove'))
    rows, failed = [], []
    for name in sorted(os.listdir(PROGRAMS)):
        if arguments.only and name != arguments.only:
            continue
        try:
            row, right = prove(images, os.path.abspath(arguments.slipway), name)
        except RuntimeError as problem:
            print(f'{name}: {problem}', file=sys.stderr)
            failed.append(name)
            continue
        print(row)
        rows.append(row)
        if not right:
            failed.append(name)
    if arguments.table and not failed and not arguments.only:
        write_table(arguments.table, rows)
    print(f'{len(rows)} built and compared, {len(failed)} failed' + (': ' + ', '.join(failed) if failed else ''))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
