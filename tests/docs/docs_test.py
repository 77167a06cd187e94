#!/usr/bin/env python3
"""Pages keep up with the tree: links lead somewhere, the protocol's page names each method, commands in pages exist.
usage: docs_test.py SOURCE_FOLDER"""
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
SKIPPED = {'build', 'node_modules', '.git', 'third_party'}


def pages():
    for path in sorted(ROOT.rglob('*.md')):
        if not SKIPPED & set(path.relative_to(ROOT).parts):
            yield path


def without_code(text):
    return re.sub(r'`[^`\n]*`', '', re.sub(r'^```.*?^```', '', text, flags=re.S | re.M))


class Pages(unittest.TestCase):
    def test_links_lead_somewhere(self):
        for page in pages():
            for target in re.findall(r'\]\(([^)\s]+)\)', without_code(page.read_text(encoding='utf-8'))):
                if re.match(r'[a-z]+:', target):
                    continue
                name, _, anchor = target.partition('#')
                aim = (page.parent / name).resolve() if name else page
                with self.subTest(page=str(page.relative_to(ROOT)), link=target):
                    self.assertTrue(aim.exists())
                    if anchor and aim.suffix == '.md':
                        heads = re.findall(r'^#+ (.+)$', aim.read_text(encoding='utf-8'), flags=re.M)
                        self.assertIn(anchor, [re.sub(r'[^\w\- ]', '', head.lower()).replace(' ', '-') for head in heads])

    def test_the_page_of_the_protocol_names_each_method(self):
        source = (ROOT / 'server/lsp/methods.h').read_text(encoding='utf-8')
        page = (ROOT / 'docs/protocol.md').read_text(encoding='utf-8')
        methods = re.findall(r'Method<[^;]*?>\s+\w+\{"([^"]+)"\}', source)
        self.assertGreater(len(methods), 20)
        for method in methods:
            with self.subTest(method=method):
                self.assertIn(f'`{method}`', page)
        for named in re.findall(r'`((?:textDocument|workspace|completionItem|codeAction|slipway)/\w+)`', page):
            with self.subTest(named=named):
                self.assertIn(f'"{named}"', source)

    def test_files_that_pages_name_exist(self):
        named = re.compile(r'`((?:server|tests|docs|scripts|cmake|grammar|editors|demo)/[\w./-]*\w)(?::\d+)?`')
        for page in pages():
            for name in named.findall(page.read_text(encoding='utf-8')):
                if re.search(r'no_example|no-example|call_hierarchy|<', name):
                    continue
                with self.subTest(page=str(page.relative_to(ROOT)), file=name):
                    self.assertTrue((ROOT / name).exists() or any(ROOT.glob(name + '.*')) or name.startswith('grammar/test'))

    def test_verbs_that_pages_name_exist(self):
        verbs = set(re.findall(r'^  ([a-z-]+) ', subprocess.run([ROOT / 'dev'], capture_output=True, text=True, check=True).stdout, flags=re.M))
        for page in pages():
            for verb in re.findall(r'\./dev ([a-z-]+)', page.read_text(encoding='utf-8')):
                with self.subTest(page=str(page.relative_to(ROOT)), verb=verb):
                    self.assertIn(verb, verbs)


unittest.main()
