#!/usr/bin/env python3
"""Plays sessions (`*.session`) on the built binary over real pipes and checks every answer.

usage: run_sessions.py [NAME …]      the binary is $SLIPWAY_BINARY; without names every session in this folder is played

A session is a list of steps, separated by lines `---`. Lines that begin with `# ` before the first step say what it shows. A step is
  {…}                      a message, sent with "jsonrpc" added
  @start {…}               initialize with these client capabilities (default: none), await the reply, send initialized
  @start-child             the same, and the client's process is one that `@kill-child` ends
  @open URI                opens a document; the lines below are its text. § is a mark, §(name) a named one; both are taken out
  @open-crlf URI           the same with \\r\\n between lines
  @open-times N URI        the text N times
  @raw "…"                 bytes as a JSON string, sent as they are; `"id":1,"method"` in them is a request
  @together                the messages below, one a line, in one write
  @bytewise {…}            a message, one byte a write
  @batch […]               a JSON-RPC batch
  @flood N {…}             the message N times with ids of its own; each must be answered
  @stop-reading, @read     the client stops taking answers, and takes them again
  @close                   closes the server's input
  @kill-child              ends the client's process of `@start-child`
  @exit N                  the process must end with this status
followed by what must come, in any order, each waited for:
  <= {…}                   a message that has these members. Arrays must have the same length unless the pattern ends in "…".
                           Strings: "*" anything, "~x" contains x, "!" the member must not be there
  <= nothing               no message within a quarter of a second
In messages and patterns "§" and "§(name)" stand for the position of a mark, "§(a)-§(b)" for the range between two, in the columns of
the negotiated encoding. A session fails when a request gets no answer or two, or an answer comes to nothing. Without `@exit` it ends
with shutdown and exit, and status 0.
"""
import glob
import json
import os
import queue
import re
import subprocess
import sys
import threading
import time

PATIENCE = 20.0
MARK = re.compile(r'§(?:\((\w+)\))?')


class Failure(Exception):
    pass


class Connection:
    """A server process; what it sends is collected by a thread."""

    def __init__(self, binary):
        self.process = subprocess.Popen([binary, 'serve'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.inbox = queue.Queue()
        self.reading = threading.Event()
        self.reading.set()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        out = self.process.stdout
        while True:
            self.reading.wait()
            length = None
            while (line := out.readline()) not in (b'\r\n', b''):
                if line.lower().startswith(b'content-length:'):
                    length = int(line.split(b':')[1])
            if length is None:
                self.inbox.put(None if line == b'' else Failure('a frame without Content-Length'))
                return
            try:
                value = json.loads(out.read(length))
            except ValueError as error:
                value = Failure(f'a frame without JSON: {error}')
            self.inbox.put(value)

    def write(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except OSError:
            pass  # an ended server shows in what it did not answer


class Session:
    def __init__(self, binary):
        self.connection = Connection(binary)
        self.unmatched, self.waiting, self.marks = [], {}, {}
        self.encoding, self.child, self.ended, self.sent = 'utf-16', None, False, set()

    # What goes out

    def frame(self, message):
        if isinstance(message, dict):
            message = {'jsonrpc': '2.0', **message}
        for m in message if isinstance(message, list) else [message]:
            if isinstance(m, dict) and isinstance(m.get('method'), str):
                self.sent.add(m['method'])
                if m.get('id') is not None:
                    key = json.dumps(m['id'])
                    self.waiting[key] = self.waiting.get(key, 0) + 1
        body = json.dumps(message, ensure_ascii=False).encode()
        return b'Content-Length: %d\r\n\r\n' % len(body) + body

    def send(self, message):
        self.connection.write(self.frame(message))

    # What comes in

    def take(self, seconds):
        """The next message, or None when none comes in time or the stream has ended."""
        try:
            message = self.connection.inbox.get(timeout=max(seconds, 0.001))
        except queue.Empty:
            return None
        if message is None:
            self.ended = True
        elif isinstance(message, Failure):
            raise message
        else:
            self.account(message)
        return message

    def account(self, message):
        for m in message if isinstance(message, list) else [message]:
            if 'method' not in m and m.get('id') is not None:
                key = json.dumps(m['id'])
                if not self.waiting.get(key):
                    raise Failure(f'an answer that nobody waits for: {json.dumps(m)[:200]}')
                self.waiting[key] -= 1

    def expect(self, pattern):
        end = time.monotonic() + (PATIENCE if any(self.waiting.values()) else PATIENCE / 4)
        tried = 0
        while True:
            for n in range(tried, len(self.unmatched)):
                if fits(pattern, self.unmatched[n]):
                    return self.unmatched.pop(n)
            tried = len(self.unmatched)
            message = None if self.ended else self.take(end - time.monotonic())
            if message is None:
                seen = '\n      '.join(json.dumps(m, ensure_ascii=False)[:600] for m in self.unmatched[-6:])
                raise Failure(f'did not come: {json.dumps(pattern, ensure_ascii=False)}\n    came: {seen or "nothing"}')
            self.unmatched.append(message)

    def expect_nothing(self):
        message = self.take(0.25)
        if message is not None:
            raise Failure(f'came unasked: {json.dumps(message, ensure_ascii=False)[:300]}')

    def await_answers(self):
        end = time.monotonic() + PATIENCE
        while any(self.waiting.values()):
            message = None if self.ended else self.take(end - time.monotonic())
            if message is None:
                raise Failure(f'no answer to {[k for k, n in self.waiting.items() if n][:5]}')
            self.unmatched.append(message)

    # Steps

    def start(self, capabilities, process):
        self.send({'id': 'start', 'method': 'initialize', 'params': {'processId': process, 'rootUri': None, 'capabilities': capabilities}})
        reply = self.expect({'id': 'start', 'result': {'capabilities': {}}})
        self.encoding = reply['result']['capabilities'].get('positionEncoding', 'utf-16')
        self.send({'method': 'initialized', 'params': {}})

    def open(self, uri, text):
        plain = ''
        for n, part in enumerate(MARK.split(text)):
            if n % 2 == 0:
                plain += part
            else:
                self.marks[part or ''] = self.position(plain)
        self.send({'method': 'textDocument/didOpen', 'params': {'textDocument': {'uri': uri, 'languageId': 'dockerfile', 'version': 1, 'text': plain}}})

    def position(self, before):
        rows = before.replace('\r\n', '\n').replace('\r', '\n').split('\n')
        encoded = {'utf-8': lambda s: len(s.encode()), 'utf-16': lambda s: len(s.encode('utf-16-le')) // 2, 'utf-32': len}
        return {'line': len(rows) - 1, 'character': encoded[self.encoding](rows[-1])}

    def json(self, text):
        return self.placed(json.loads(text))

    def placed(self, value):
        """The value with marks replaced by positions and ranges."""
        if isinstance(value, dict):
            return {k: self.placed(v) for k, v in value.items()}
        if isinstance(value, list):
            return [self.placed(v) for v in value]
        if isinstance(value, str) and '§' in value:
            if MARK.fullmatch(value):
                return self.marks[MARK.fullmatch(value)[1] or '']
            parts = re.fullmatch(r'§\((\w+)\)-§\((\w+)\)', value)
            if parts:
                return {'start': self.marks[parts[1]], 'end': self.marks[parts[2]]}
        return value

    def flood(self, count, message):
        for n in range(count):
            self.send({**message, 'id': f'flood-{n}'})

    def kill_child(self):
        self.child.kill()
        self.child.wait()

    def exit(self, status):
        end = time.monotonic() + PATIENCE
        while not self.ended and time.monotonic() < end:
            message = self.take(end - time.monotonic())
            if message is not None:
                self.unmatched.append(message)
        try:
            code = self.connection.process.wait(max(end - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            raise Failure('the process does not end') from None
        if code != status:
            raise Failure(f'status {code}, {status} was expected')
        self.ended = True

    def do(self, what):
        word, _, rest = what.partition(' ') if not what.startswith('@together') else ('@together', '', what.partition('\n')[2])
        first, _, text = rest.partition('\n')
        if not what.startswith('@'):
            self.send(self.json(what))
        elif word == '@start':
            self.start(json.loads(rest or '{}'), os.getpid())
        elif word == '@start-child':
            self.child = subprocess.Popen(['sleep', '60'])
            self.start({}, self.child.pid)
        elif word == '@open':
            self.open(first, text + '\n')
        elif word == '@open-crlf':
            self.open(first, (text + '\n').replace('\n', '\r\n'))
        elif word == '@open-times':
            count, uri = first.split()
            self.open(uri, (text + '\n') * int(count))
        elif word == '@raw':
            self.connection.write(json.loads(rest).encode())
            for key in re.findall(r'"id":(\d+),"method"', json.loads(rest)):
                self.waiting[key] = self.waiting.get(key, 0) + 1
        elif word == '@together':
            self.connection.write(b''.join(self.frame(self.json(line)) for line in rest.splitlines()))
        elif word == '@bytewise':
            for byte in self.frame(self.json(rest)):
                self.connection.write(bytes([byte]))
        elif word == '@batch':
            self.send(self.json(rest))
        elif word == '@flood':
            self.flood(int(first.split()[0]), self.json(rest.split(maxsplit=1)[1]))
        elif word == '@stop-reading':
            self.connection.reading.clear()
        elif word == '@read':
            self.connection.reading.set()
        elif word == '@close':
            self.connection.process.stdin.close()
        elif word == '@kill-child':
            self.kill_child()
        elif word == '@exit':
            self.exit(int(rest))
        else:
            raise Failure(f'unknown step {word}')

    def step(self, text):
        parts = re.split(r'^<= ?', text, flags=re.M)
        if parts[0].strip():
            self.do(parts[0].strip('\n'))
        for pattern in parts[1:]:
            if pattern.strip() == 'nothing':
                self.expect_nothing()
            else:
                self.expect(self.json(pattern))

    def finish(self):
        if self.ended:
            return
        self.await_answers()
        self.send({'id': 'finish', 'method': 'shutdown'})
        self.expect({'id': 'finish', 'result': None})
        self.send({'method': 'exit'})
        self.exit(0)

    def end(self):
        self.connection.reading.set()
        if self.child and self.child.poll() is None:
            self.kill_child()
        if self.connection.process.poll() is None:
            self.connection.process.kill()
            self.connection.process.wait()


def fits(pattern, value):
    """Whether a value has everything that the pattern asks for."""
    if isinstance(pattern, dict):
        if not isinstance(value, dict):
            return False
        return all(k not in value if p == '!' else k in value and fits(p, value[k]) for k, p in pattern.items())
    if isinstance(pattern, list):
        if not isinstance(value, list):
            return False
        if pattern and pattern[-1] == '…':
            return len(value) >= len(pattern) - 1 and all(any(fits(p, v) for v in value) for p in pattern[:-1])
        return len(value) == len(pattern) and all(fits(p, v) for p, v in zip(pattern, value))
    if isinstance(pattern, str) and pattern == '*':
        return True
    if isinstance(pattern, str) and pattern.startswith('~'):
        return isinstance(value, str) and pattern[1:] in value
    return pattern == value and isinstance(pattern, bool) == isinstance(value, bool)


def play(binary, path):
    """What went wrong, or None; and the methods that were sent."""
    text = open(path, encoding='utf-8').read()
    text = re.sub(r'\A(?:# .*\n|#\n|\n)*', '', text)
    session = Session(binary)
    try:
        for step in re.split(r'^---\n?', text, flags=re.M):
            session.step(step)
        session.finish()
    except Failure as failure:
        return str(failure), session.sent
    finally:
        session.end()
    return None, session.sent


def uncovered(binary, sent):
    """Methods of the server's table that no session sends."""
    session = Session(binary)
    try:
        session.start({}, os.getpid())
        session.send({'id': 1, 'method': 'slipway/status'})
        rows = session.expect({'id': 1, 'result': {'methods': ['…']}})['result']['methods']
        session.finish()
        return [row['method'] for row in rows if row['method'] not in sent]
    finally:
        session.end()


def main():
    if '--help' in sys.argv:
        print(__doc__)
        return 0
    binary = os.environ.get('SLIPWAY_BINARY')
    if not binary:
        print('SLIPWAY_BINARY is not set')
        return 2
    here = os.path.dirname(os.path.abspath(__file__))
    every = sorted(glob.glob(os.path.join(here, '*.session')))
    chosen = [p for p in every if len(sys.argv) == 1 or os.path.splitext(os.path.basename(p))[0] in sys.argv[1:]]
    failed, sent = 0, set()
    for path in chosen:
        wrong, methods = play(binary, path)
        sent |= methods
        if wrong:
            failed += 1
            print(f'{os.path.basename(path)}: {wrong}')
    if len(sys.argv) == 1:
        for method in uncovered(binary, sent):
            failed += 1
            print(f'no session sends {method}')
    print(f'{len(chosen)} sessions, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
