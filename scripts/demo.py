#!/usr/bin/env python3
"""What slipway does, in three seconds: a live `slipway serve` over pipes answers, and this script only prints what it answered.

usage: demo.py SLIPWAY

Exit status 1 when an answer is missing.
"""
import difflib
import json
import os
import pathlib
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
COLOURS = sys.stdout.isatty() or os.environ.get('FORCE_COLOR')
PATIENCE = 10  # seconds before we give up on an answer


def paint(code, text):
    return f'\033[{code}m{text}\033[0m' if COLOURS else text


def bold(text): return paint('1', text)
def dim(text): return paint('2', text)
def red(text): return paint('31', text)
def green(text): return paint('32', text)
def yellow(text): return paint('33', text)
def cyan(text): return paint('36', text)


def missing(what):
    print(red(f'The server did not answer: {what}'))
    sys.exit(1)


class Server:
    """A language server on pipes. Requests are asked one at a time; diagnostics are kept as they come."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.arrived = threading.Condition()
        self.replies, self.diagnostics, self.next_id = {}, {}, 1
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = 0
            for header in iter(stream.readline, b'\r\n'):
                if not header:
                    return
                name, _, value = header.decode('ascii').partition(':')
                if name.lower() == 'content-length':
                    length = int(value)
            message = json.loads(stream.read(length))
            if 'method' in message and 'id' in message:  # the server asks us: we have nothing to say
                self._send({'id': message['id'], 'result': None})
            with self.arrived:
                if message.get('method') == 'textDocument/publishDiagnostics':
                    params = message['params']
                    self.diagnostics[params['uri'], params.get('version')] = params['diagnostics']
                elif 'method' not in message:
                    self.replies[message['id']] = message
                self.arrived.notify_all()

    def _send(self, message):
        body = json.dumps({'jsonrpc': '2.0', **message}).encode()
        self.process.stdin.write(b'Content-Length: %d\r\n\r\n%s' % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method, params):
        self._send({'method': method, 'params': params})

    def ask(self, method, params):
        """The result of a request, and how many milliseconds it took."""
        number, self.next_id = self.next_id, self.next_id + 1
        start = time.monotonic()
        self._send({'id': number, 'method': method, 'params': params})
        with self.arrived:
            if not self.arrived.wait_for(lambda: number in self.replies, PATIENCE):
                missing(method)
            reply = self.replies.pop(number)
        if 'error' in reply:
            missing(f'{method}: {reply["error"]["message"]}')
        return reply['result'], 1000 * (time.monotonic() - start)

    def wait_for_diagnostics(self, uri, version):
        with self.arrived:
            if not self.arrived.wait_for(lambda: (uri, version) in self.diagnostics, PATIENCE):
                missing(f'diagnostics of version {version}')
            return self.diagnostics[uri, version]

    def stop(self):
        self.ask('shutdown', None)
        self.tell('exit', None)
        return self.process.wait(PATIENCE)


def heading(text, milliseconds=None):
    print('\n' + bold(cyan(f'▌ {text}')) + (dim(f'   {milliseconds:.1f} ms') if milliseconds is not None else ''))


def show_line(lines, number, first, last, colour):
    """A line of the file with carets below columns first..last."""
    print(dim(f'{number + 1:>5} │ ') + lines[number])
    print(dim('      │ ') + ' ' * first + colour('^' * max(1, last - first)))


def show_diff(before, after):
    for line in difflib.unified_diff(before.splitlines(), after.splitlines(), 'before', 'after', lineterm='', n=2):
        colour = green if line.startswith('+') else red if line.startswith('-') else cyan if line.startswith('@@') else str
        print('      ' + colour(line))


def apply(text, edits):
    """LSP text edits applied; this sample is ASCII, so columns are characters."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    place = lambda p: starts[p['line']] + p['character']
    for edit in sorted(edits, key=lambda e: place(e['range']['start']), reverse=True):
        text = text[:place(edit['range']['start'])] + edit['newText'] + text[place(edit['range']['end']):]
    return text


def edits_of(action, uri):
    edit = action.get('edit') or {}
    for change in edit.get('documentChanges') or []:
        if change.get('textDocument', {}).get('uri') == uri:
            return change['edits']
    return (edit.get('changes') or {}).get(uri)


def open_file(server, path):
    text = path.read_text(encoding='utf-8')
    server.tell('textDocument/didOpen', {'textDocument': {'uri': path.as_uri(), 'languageId': 'dockerfile', 'version': 1, 'text': text}})
    return text


def typo(server):
    path = ROOT / 'demo' / 'multi-stage' / 'Dockerfile'
    uri, document = path.as_uri(), {'uri': path.as_uri()}
    start = time.monotonic()
    text = open_file(server, path)
    lines = text.splitlines()
    findings = server.wait_for_diagnostics(uri, 1)
    line = next(n for n, content in enumerate(lines) if 'bulder' in content)
    finding = next((d for d in findings if d['range']['start']['line'] == line), None) or missing('a finding on the misspelt stage')
    heading('demo/multi-stage/Dockerfile is opened; it has a misspelt stage name', 1000 * (time.monotonic() - start))
    show_line(lines, line, finding['range']['start']['character'], finding['range']['end']['character'], yellow)
    print('      ' + yellow(finding['message']) + dim(f'  [{finding.get("code", "")}]'))

    place = {'line': line, 'character': lines[line].index('=') + 1}
    items, took = server.ask('textDocument/completion', {'textDocument': document, 'position': place, 'context': {'triggerKind': 1}})
    items = items['items'] if isinstance(items, dict) else items
    heading('completion right behind --from=', took)
    for item in (items or missing('completion'))[:5]:
        print('      ' + bold(item['label']) + dim('   ' + (item.get('detail') or '')))

    actions, took = server.ask('textDocument/codeAction', {'textDocument': document, 'range': finding['range'],
                                                           'context': {'diagnostics': [finding], 'only': ['quickfix']}})
    action = next((a for a in actions or [] if 'builder' in a['title']), None) or missing('a quick fix')
    if 'edit' not in action:
        action, _ = server.ask('codeAction/resolve', action)
    fixed = apply(text, edits_of(action, uri) or missing('the edit of the quick fix'))
    heading(f'quick fix: {action["title"]}', took)
    show_diff(text, fixed)

    server.tell('textDocument/didChange', {'textDocument': {**document, 'version': 2}, 'contentChanges': [{'text': fixed}]})
    left = [d for d in server.wait_for_diagnostics(uri, 2) if d['range']['start']['line'] == line]
    if left:
        missing('a clean line after the fix')
    print('      ' + green('✓ the line has no finding any more'))

    lines = fixed.splitlines()
    place = {'line': line, 'character': lines[line].index('builder') + 1}
    targets, took = server.ask('textDocument/definition', {'textDocument': document, 'position': place})
    target = (targets if isinstance(targets, list) else [targets] if targets else missing('the definition'))[0]
    selection = target.get('targetSelectionRange') or target.get('range')
    heading('jump from builder to its stage', took)
    show_line(lines, selection['start']['line'], selection['start']['character'], selection['end']['character'], green)


def conversion(server):
    path = ROOT / 'demo' / 'single-stage' / 'Dockerfile'
    uri = path.as_uri()
    text = open_file(server, path)
    start = {'line': 0, 'character': 0}
    actions, took = server.ask('textDocument/codeAction', {'textDocument': {'uri': uri}, 'range': {'start': start, 'end': start},
                                                           'context': {'diagnostics': [], 'only': ['refactor.rewrite']}})
    action = next((a for a in actions or [] if 'multi-stage' in a['title'].lower()), None) or missing('the conversion to multi-stage')
    if 'edit' not in action:
        action, more = server.ask('codeAction/resolve', action)
        took += more
    converted = apply(text, edits_of(action, uri) or missing('the edit of the conversion'))
    heading(f'demo/single-stage/Dockerfile: {action["title"]}', took)
    show_diff(text, converted)


def editors(binary):
    heading('plug it into your editor')
    print(f'      any editor with a language client:  {bold(str(binary) + " serve")}   for dockerfile')
    print(f'      Neovim 0.8+   vim.lsp.start({{ name = "slipway", cmd = {{ "{binary}", "serve" }} }})')
    print('      VS Code, Emacs, Helix, Zed and others: docs/editors.md')


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    binary = pathlib.Path(sys.argv[1]).resolve()
    start = time.monotonic()
    server = Server([str(binary), 'serve'])
    capabilities = {'general': {'positionEncodings': ['utf-16']}, 'textDocument': {
        'publishDiagnostics': {'versionSupport': True},
        'completion': {'completionItem': {'snippetSupport': False}},
        'definition': {'linkSupport': True},
        'codeAction': {'codeActionLiteralSupport': {'codeActionKind': {'valueSet': ['quickfix', 'refactor.rewrite']}}, 'dataSupport': True,
                       'resolveSupport': {'properties': ['edit']}},
    }}
    answer, took = server.ask('initialize', {'processId': os.getpid(), 'rootUri': (ROOT / 'demo').as_uri(), 'capabilities': capabilities})
    info = answer.get('serverInfo', {})
    server.tell('initialized', {})
    heading(f'{info.get("name", "?")} {info.get("version", "")} started', took)
    typo(server)
    conversion(server)
    if server.stop() != 0:
        missing('exit with status 0')
    editors(binary)
    print(dim(f'\n  everything above was answered by the live server in {time.monotonic() - start:.2f} s'))


if __name__ == '__main__':
    main()
