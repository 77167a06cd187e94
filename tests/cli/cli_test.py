#!/usr/bin/env python3
"""What the command line promises: exit codes, one clear sentence for each mistake, the forms of its output. Needs SLIPWAY_BINARY."""
import json
import os
import shutil
import stat
import subprocess
import tempfile
import unittest
import xml.dom.minidom

BINARY = os.environ.get('SLIPWAY_BINARY', 'slipway')
SOURCE = os.environ.get('SLIPWAY_SOURCE', os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))
GOOD = 'FROM alpine:3.22\nUSER 1000\nCMD ["sh"]\n'
TYPO = 'FROM alpine:3.22 AS builder\nFROM alpine:3.22\nCOPY --from=bulder /a /a\nUSER 1000\nCMD ["sh"]\n'
BROKEN = 'FROM alpine:3.22\nFOO bar\n'


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, content):
        path = os.path.join(self.folder.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def run_it(self, *arguments, stdin='', env=None):
        done = subprocess.run([BINARY, *arguments], input=stdin.encode(), capture_output=True, cwd=self.folder.name, timeout=60,
                              env={**os.environ, **(env or {})})
        return done.returncode, done.stdout.decode(errors='replace'), done.stderr.decode(errors='replace')

    def findings(self, *arguments, **more):
        code, out, _ = self.run_it('lint', '--format', 'json', *arguments, **more)
        return code, json.loads(out or '[]')

    # Exit codes

    def test_a_clean_file_prints_nothing_and_exits_with_0(self):
        self.write('Dockerfile', GOOD)
        self.assertEqual(self.run_it('lint', 'Dockerfile'), (0, '', ''))
        self.assertEqual(self.run_it('lint', '--format', 'json', 'Dockerfile'), (0, '', ''))

    def test_a_warning_exits_with_1_unless_the_threshold_is_higher(self):
        self.write('Dockerfile', TYPO)
        self.assertEqual(self.run_it('lint', 'Dockerfile')[0], 1)
        self.assertEqual(self.run_it('lint', '--fail-on', 'error', 'Dockerfile')[0], 0)
        self.assertEqual(self.run_it('lint', '--fail-on', 'never', 'Dockerfile')[0], 0)
        self.assertEqual(self.run_it('lint', '--skip', 'copy-from-unknown-stage', 'Dockerfile')[0], 0)

    def test_a_missing_file_exits_with_2_and_the_others_are_still_linted(self):
        self.write('Dockerfile', TYPO)
        code, found = self.findings('nowhere', 'Dockerfile')
        self.assertEqual(code, 2)
        self.assertEqual([f['rule'] for f in found][:1], ['io-error'])
        self.assertIn('copy-from-unknown-stage', [f['rule'] for f in found])
        self.assertIn("there is no file 'nowhere'.", self.run_it('lint', 'nowhere')[2])

    def test_a_binary_file_is_refused_with_a_sentence(self):
        self.write('program', b'\x7fELF\x02\x01\x01' + bytes(200))
        code, found = self.findings('program')
        self.assertEqual((code, found[0]['rule'], found[0]['level']), (2, 'io-error', 'error'))
        self.assertIn('binary', found[0]['message'])

    def test_a_stray_nul_byte_makes_no_file_binary(self):
        self.write('Dockerfile', b'FROM alpine\nENV A=b\0c\n')
        self.assertNotIn('io-error', [f['rule'] for f in self.findings('Dockerfile')[1]])

    # Mistakes in the words

    def test_wrong_words_get_one_sentence_with_a_suggestion(self):
        for words, part in ((['lnt'], "Did you mean 'lint'?"), (['lint', '--fromat', 'json'], "Did you mean '--format'?"),
                            (['lint', '--format', 'jsn'], "Did you mean 'json'?"), (['lint', '--only', 'stage-name-casin'], "Did you mean 'stage-name-casing'?"),
                            (['explain', 'unused-stge'], "Did you mean 'unused-stage'?"), (['inspect', '--what', 'stags', 'x'], "Did you mean 'stages'?"),
                            (['convert', 'x', '--base', 'apline'], "Did you mean 'alpine'?"), ([], 'a verb is missing')):
            with self.subTest(words=words):
                code, out, error = self.run_it(*words)
                self.assertEqual((code, out), (2, ''))
                self.assertTrue(error.startswith('slipway: '), error)
                self.assertEqual(error.count('\n'), 1)
                self.assertIn(part, error)

    def test_help_lists_the_verbs_and_version_is_one_line(self):
        code, out, _ = self.run_it('--help')
        self.assertEqual(code, 0)
        for verb in ('lint', 'inspect', 'convert', 'rules', 'explain', 'serve'):
            self.assertIn(verb, out)
            self.assertEqual(self.run_it(verb, '--help')[0], 0)
        self.assertRegex(self.run_it('--version')[1], r'^slipway \d+\.\d+\.\d+\n$')

    # lint

    def test_json_has_the_members_that_other_programs_read(self):
        self.write('Dockerfile', 'FROM alpine AS Build\n')
        _, found = self.findings('--only', 'StageNameCasing', 'Dockerfile')
        self.assertEqual(found, [{
            'file': 'Dockerfile', 'rule': 'stage-name-casing', 'aliases': ['buildkit/StageNameCasing'], 'level': 'warning',
            'message': "Stage name 'Build' should be lowercase", 'range': {'start': {'line': 1, 'column': 16}, 'end': {'line': 1, 'column': 21}},
            'fixes': [{'title': "Change to 'build'", 'safety': 'safe'}], 'url': 'https://docs.docker.com/go/dockerfile/rule/stage-name-casing/'}])

    def test_folders_are_searched_for_dockerfiles(self):
        names = ['Dockerfile', 'a/dev.Dockerfile', 'a/Dockerfile.prod', 'b/Containerfile', 'b/readme.md', 'node_modules/x/Dockerfile', 'Dockerfile.dockerignore']
        for name in names:
            self.write(name, BROKEN)
        _, found = self.findings('.')
        self.assertEqual([f['file'] for f in found], ['Dockerfile', 'a/Dockerfile.prod', 'a/dev.Dockerfile', 'b/Containerfile'])

    def test_registries_and_labels_are_held_to_what_was_said(self):
        self.write('Dockerfile', 'FROM registry.example.com/app:1\nLABEL team=core version=one\nUSER 1000\n')
        only = ['--only', 'untrusted-registry,missing-label,superfluous-label,label-value']
        self.assertEqual(self.findings(*only, 'Dockerfile')[1], [])
        _, found = self.findings(*only, '--trusted-registry', 'docker.io,*.internal', '--require-label', 'version:semver,owner', '--strict-labels',
                                 'Dockerfile')
        self.assertEqual(sorted(one['rule'] for one in found), ['label-value', 'missing-label', 'superfluous-label', 'untrusted-registry'])

    def test_without_shellcheck_nothing_fails(self):
        self.write('Dockerfile', 'FROM alpine:3.22\nRUN rm -rf $X\n')
        code, found = self.findings('--shellcheck', '--only', 'shellcheck', 'Dockerfile', env={'PATH': self.folder.name})
        self.assertEqual((code, found), (0, []))

    @unittest.skipUnless(shutil.which('shellcheck'), 'ShellCheck is not installed')
    def test_shellcheck_speaks_at_the_places_of_the_file(self):
        self.write('Dockerfile', 'FROM alpine:3.22\nARG X\nRUN true && \\\n    rm -rf $X\n# hadolint ignore=SC2086\nRUN rm -rf $X\n')
        _, found = self.findings('--only', 'SC2086', 'Dockerfile')
        self.assertEqual([(one['aliases'], one['range']['start'], one['range']['end']) for one in found],
                         [(['shellcheck/SC2086'], {'line': 4, 'column': 12}, {'line': 4, 'column': 14})])
        self.assertEqual(self.findings('--shellcheck', '--skip', 'SC2086', '--only', 'SC2086', 'Dockerfile')[1], [])
        self.assertEqual([one for one in self.findings('Dockerfile')[1] if one['rule'] == 'shellcheck'], [])

    def test_jobs_do_not_change_the_order(self):
        for number in range(20):
            self.write(f'{number:02}.Dockerfile', BROKEN)
        self.assertEqual(self.findings('--jobs', '8', '.'), self.findings('--jobs', '1', '.'))

    def test_standard_input_is_a_file_named_dash(self):
        code, found = self.findings('-', stdin=BROKEN)
        self.assertEqual((code, found[0]['file'], found[0]['rule']), (1, '-', 'buildkit-error'))

    def test_every_format_is_well_formed(self):
        self.write('Dockerfile', TYPO)
        self.assertEqual(json.loads(self.run_it('lint', '--format', 'sarif', 'Dockerfile')[1])['version'], '2.1.0')
        self.assertEqual(json.loads(self.run_it('lint', '--format', 'gitlab', 'Dockerfile')[1])[0]['location']['lines'], {'begin': 3})
        xml.dom.minidom.parseString(self.run_it('lint', '--format', 'checkstyle', 'Dockerfile')[1])
        self.assertIn('Dockerfile:3:13: warning: ', self.run_it('lint', '--format', 'gcc', 'Dockerfile')[1])
        self.assertIn('::warning file=Dockerfile,line=3,col=13', self.run_it('lint', '--format', 'github', 'Dockerfile')[1])

    def test_colours_come_only_where_they_are_wanted(self):
        self.write('Dockerfile', TYPO)
        self.assertNotIn('\x1b', self.run_it('lint', 'Dockerfile')[1])
        self.assertIn('\x1b', self.run_it('lint', '--color', 'always', 'Dockerfile')[1])
        self.assertNotIn('\x1b', self.run_it('lint', '--color', 'never', 'Dockerfile')[1])

    def test_a_file_cannot_send_escape_sequences_to_the_terminal(self):
        self.write('Dockerfile', b'FROM alpine\n\x1b]0;title\x07 x\n')
        self.assertNotIn('\x1b', self.run_it('lint', 'Dockerfile')[1])

    # inspect

    def test_inspect_prints_one_object_a_file(self):
        self.write('one.Dockerfile', 'FROM golang:1.24 AS Build\nRUN <<EOF\nmake\nEOF\n')
        self.write('two.Dockerfile', 'FROM scratch\ncopy --chown=a a b\nCMD ["x"]')
        code, out, _ = self.run_it('inspect', '--what', 'instructions,stages', 'one.Dockerfile', 'two.Dockerfile')
        one, two = (json.loads(line) for line in out.splitlines())
        self.assertEqual(code, 0)
        self.assertEqual(one['stages'][0]['name'], 'build')
        self.assertEqual([(i['keyword'], i['startLine'], i['endLine'], i['heredocs']) for i in one['instructions']], [('FROM', 1, 1, []), ('RUN', 2, 4, ['EOF'])])
        self.assertEqual([(i['keyword'], i['flags'], i['execForm']) for i in two['instructions']],
                         [('FROM', [], False), ('COPY', ['--chown=a'], False), ('CMD', [], True)])

    def test_inspect_knows_all_its_things(self):
        self.write('Dockerfile', TYPO)
        things = 'instructions,stages,variables,references,edges,directives,symbols,facts,tree'
        self.assertEqual(set(json.loads(self.run_it('inspect', '--what', things, 'Dockerfile')[1])), {'file', *things.split(',')})

    # convert

    def test_convert_write_replaces_the_file_and_keeps_its_mode(self):
        self.write('go.mod', 'module example.com/a\n\ngo 1.24\n')
        self.write('main.go', 'package main\n\nfunc main() {}\n')
        path = self.write('Dockerfile', 'FROM golang:1.24\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /server .\nCMD ["/server"]\n')
        os.chmod(path, 0o640)
        answer = json.loads(self.run_it('convert', 'Dockerfile', '--json')[1])
        self.assertTrue(answer['offered'], answer)
        _, diff, _ = self.run_it('convert', 'Dockerfile', '--diff')
        self.assertTrue(diff.startswith('--- Dockerfile\n+++ Dockerfile\n@@ -1,'), diff)
        self.assertEqual(self.run_it('convert', 'Dockerfile', '--write')[0], 0)
        with open(path, encoding='utf-8') as file:
            self.assertEqual(file.read(), answer['dockerfile'])
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o640)
        self.assertEqual(sorted(os.listdir(self.folder.name)), ['Dockerfile', 'go.mod', 'main.go'])

    def test_a_refusal_says_why_and_exits_with_1(self):
        self.write('Dockerfile', TYPO)
        code, out, error = self.run_it('convert', 'Dockerfile')
        self.assertEqual((code, out), (1, ''))
        self.assertIn('already-multi-stage', error)
        self.assertEqual(json.loads(self.run_it('convert', 'Dockerfile', '--json')[1])['reason']['code'], 'already-multi-stage')
        self.assertEqual(self.run_it('convert', 'nowhere')[0], 2)

    # rules, explain

    def test_rules_and_their_pages(self):
        rules = json.loads(self.run_it('rules', '--format', 'json')[1])
        self.assertEqual([r['name'] for r in rules], sorted(r['name'] for r in rules))
        self.assertEqual({'name', 'aliases', 'level', 'fix', 'enabled', 'summary'}, set(rules[0]))
        for rule in rules:
            code, page, _ = self.run_it('explain', rule['name'])
            self.assertEqual(code, 0)
            self.assertTrue(page.startswith(f'# {rule["name"]}\n'))
            self.assertIn('## Example', page)
            with open(os.path.join(SOURCE, 'docs', 'rules', rule['name'] + '.md'), encoding='utf-8') as file:
                self.assertEqual(page, file.read(), 'docs/rules and `slipway explain` differ: ./dev bless')
        self.assertTrue(self.run_it('explain', 'DL3002')[1].startswith('# final-stage-root\n'))


if __name__ == '__main__':
    unittest.main()
