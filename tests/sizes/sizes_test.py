#!/usr/bin/env python3
"""Tests of scripts/sizes.py itself. usage: sizes_test.py SIZES_PY"""
import importlib.util
import os
import subprocess
import sys
import tempfile
import unittest

SCRIPT = os.path.abspath(sys.argv.pop(1))
spec = importlib.util.spec_from_file_location('sizes', SCRIPT)
sizes = importlib.util.module_from_spec(spec)
sys.dont_write_bytecode = True
spec.loader.exec_module(sizes)


def found(text):
    return [(name, first, lines) for name, first, lines in sizes.functions(text)]


def run(source, exceptions):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {'server/text/a.cpp': source, 'scripts/sizes-exceptions.txt': exceptions}.items():
            os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as out:
                out.write(content)
        done = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout


LONG = 'namespace a {\nint f(int x) {\n' + '  x += 1;\n' * 61 + '  return x;\n}\n}  // namespace a\n'


class Scan(unittest.TestCase):
    def test_finds_functions_in_namespaces_and_classes(self):
        text = 'namespace a {\nclass B {\n public:\n  int c() const { return 1; }\n};\nvoid B::d(int x)\n{\n}\n}\n'
        self.assertEqual(found(text), [('c', 4, 1), ('B::d', 6, 3)])

    def test_tables_lambdas_and_blocks_are_no_functions(self):
        text = 'const std::vector<T> rows = {\n  {1, f(2)},\n};\nvoid g() {\n  if (x) {\n  }\n  auto l = [&] {\n  };\n}\n'
        self.assertEqual(found(text), [('g', 4, 6)])

    def test_a_table_made_by_a_call_is_no_function(self):
        self.assertEqual(found('const auto rows = make(std::array{\n  1,\n  2});\n'), [])

    def test_constructors_templates_and_operators_have_names(self):
        text = 'template <class T>\nBox<T>::Box(T v) : v_(v) {\n}\nbool operator==(A a, A b) { return a.x == b.x; }\n'
        self.assertEqual([(n, c) for n, _, c in found(text)], [('Box', 3), ('operator==', 1)])

    def test_braces_before_the_body_belong_to_the_head(self):
        text = 'A::A(int x) : a_{x}, b_(1) {\n  c();\n}\nvoid f(T x = {}, U y = {1}) {\n}\n'
        self.assertEqual(found(text), [('A::A', 1, 3), ('f', 4, 2)])

    def test_braces_in_text_and_comments_do_not_count(self):
        text = 'void f() {\n  s = "{"; c = \'{\'; // {\n  r = R"x({ " )" )x"; /* { */\n  n = 1\'000;\n}\nvoid g() {}\n'
        self.assertEqual([(n, c) for n, _, c in found(text)], [('f', 5), ('g', 1)])


class Gate(unittest.TestCase):
    def test_a_long_function_is_refused_with_its_place(self):
        status, output = run(LONG, '')
        self.assertEqual(status, 1)
        self.assertIn('server/text/a.cpp:2: f has 64 lines', output)

    def test_a_long_file_is_refused(self):
        status, output = run('int x;\n' * 401, '')
        self.assertEqual(status, 1)
        self.assertIn('a.cpp has 401 lines', output)

    def test_an_exception_with_a_reason_lets_it_pass(self):
        self.assertEqual(run(LONG, 'server/text/a.cpp:f 64 a table of cases\n')[0], 0)

    def test_an_exception_does_not_let_it_grow(self):
        status, output = run(LONG, 'server/text/a.cpp:f 63 a table of cases\n')
        self.assertEqual(status, 1)
        self.assertIn('grew from 63 to 64', output)

    def test_an_exception_needs_a_reason(self):
        self.assertEqual(run(LONG, 'server/text/a.cpp:f 64\n')[0], 1)

    def test_an_entry_that_is_not_needed_is_refused(self):
        status, output = run('int f() { return 1; }\n', 'server/text/a.cpp:f 64 was long once\n')
        self.assertEqual(status, 1)
        self.assertIn('needs no exception any more', output)


unittest.main()
