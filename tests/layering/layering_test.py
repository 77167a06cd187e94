#!/usr/bin/env python3
"""Tests of scripts/layering.py itself: small trees with one fault each. usage: layering_test.py LAYERING_PY"""
import os
import subprocess
import sys
import tempfile
import unittest

CHECKER = os.path.abspath(sys.argv.pop(1))
GOOD = {
    'server/support/CMakeLists.txt': 'slipway_library(support\n  SOURCES log.cpp)\n',
    'server/support/log.h': '#pragma once\n#include <string>\n',
    'server/text/CMakeLists.txt': 'slipway_library(text\n  SOURCES a.cpp\n  USES    support)\n',
    'server/text/a.cpp': '#include "text/a.h"\n#include "support/log.h"\n',
    'server/text/a.h': '#pragma once\n',
    'layers.txt': 'support: \ntext: support\n',
}


def check(**changes):
    """Runs the checker over GOOD with some files changed ('__' stands for '/', '_dot_' for '.'); returns (exit status, output)."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {**GOOD, **{n.replace('__', '/').replace('_dot_', '.'): c for n, c in changes.items()}}.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'w', encoding='utf-8') as out:
                out.write(content)
        done = subprocess.run([sys.executable, CHECKER, folder, os.path.join(folder, 'layers.txt')], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr


class Layering(unittest.TestCase):
    def refuses(self, expected, **changes):
        status, output = check(**changes)
        self.assertEqual(status, 1, output)
        self.assertIn(expected, output)

    def test_a_clean_tree_passes(self):
        status, output = check()
        self.assertEqual(status, 0, output)

    def test_an_upward_include_is_refused_with_file_line_and_arrow(self):
        self.refuses('server/support/log.h:2: support → text is refused', server__support__log_dot_h='#pragma once\n#include "text/a.h"\n')

    def test_an_upward_include_is_refused_even_when_declared(self):
        self.refuses('server/support/CMakeLists.txt:2: support → text is declared but refused',
                     server__support__CMakeLists_dot_txt='slipway_library(support\n  USES text)\n', layers_dot_txt='support: text\ntext: support\n')

    def test_an_undeclared_include_is_refused(self):
        self.refuses('server/text/a.cpp:2: text → support is not declared', layers_dot_txt='support: \ntext: \n')

    def test_an_include_that_hides_its_folder_is_refused(self):
        self.refuses('server/text/a.cpp:1: "a.h" does not say its folder', server__text__a_dot_cpp='#include "a.h"\n')

    def test_the_dockerfile_tower_never_sees_json(self):
        self.refuses('server/text/a.cpp:1: text → <nlohmann/…> is refused', server__text__a_dot_cpp='#include <nlohmann/json.hpp>\n')

    def test_lint_never_sees_the_wire(self):
        self.refuses('server/lint/x.cpp:3: lint → lsp is refused', server__lint__x_dot_cpp='\n\n#include "lsp/types.h"\n',
                     server__lsp__types_dot_h='#pragma once\n', layers_dot_txt='support: \ntext: support\nlsp: \nlint: lsp\n')

    def test_the_wire_never_sees_dockerfiles(self):
        self.refuses('server/lsp/x.cpp:1: lsp → text is refused', server__lsp__x_dot_cpp='#include "text/a.h"\n',
                     layers_dot_txt='support: \ntext: support\nlsp: text\n')

    def test_folders_of_one_rank_do_not_include_each_other(self):
        self.refuses('server/lint/x.cpp:1: lint → refactor is refused', server__lint__x_dot_cpp='#include "refactor/y.h"\n',
                     server__refactor__y_dot_h='', layers_dot_txt='support: \ntext: support\nrefactor: \nlint: refactor\n')

    def test_the_parser_library_stays_in_its_folders(self):
        self.refuses('server/text/a.h:2: text → <tree_sitter/…> is refused', server__text__a_dot_h='#pragma once\n#include <tree_sitter/api.h>\n')

    def test_a_header_that_shows_a_private_library_stays_in_its_folder(self):
        tree = {'server__syntax__CMakeLists_dot_txt': '', 'server__syntax__a_dot_h': '#include <tree_sitter/api.h>\n',
                'server__syntax__b_dot_h': '#include "syntax/a.h"\n', 'server__syntax__b_dot_cpp': '#include "syntax/b.h"\n',
                'layers_dot_txt': 'support: \ntext: support\nsyntax: \nsemantic: syntax\n'}
        self.assertEqual(check(**tree)[0], 0)
        self.refuses('server/semantic/x.cpp:1: "syntax/b.h" shows <tree_sitter/…>, which is private to syntax',
                     **tree, server__semantic__x_dot_cpp='#include "syntax/b.h"\n')

    def test_a_new_folder_needs_a_place(self):
        self.refuses('server/magic/CMakeLists.txt:1: magic has no place among the layers', server__magic__CMakeLists_dot_txt='\n',
                     layers_dot_txt='support: \ntext: support\nmagic: \n')


unittest.main()
