#!/usr/bin/env python3
"""Starts a language feature: its pure pair in server/features/ and its test. usage: new_feature.py NAME  (kebab-case)

The two steps that need thought are printed: the handler and the row in the table of methods (docs/contributing.md, "Add a feature").
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADER = '''\
#pragma once
// TODO: what it answers, in the words of a user.

#include <optional>
#include <string>

#include "snapshot/document_snapshot.h"

namespace slipway::features {{

struct {type} {{
  text::TextRange range;
}};

[[nodiscard]] std::optional<{type}> {name}(const snapshot::DocumentSnapshot& document, text::Offset offset);

}}  // namespace slipway::features
'''
SOURCE = '''\
#include "features/{name}.h"

namespace slipway::features {{

std::optional<{type}> {name}(const snapshot::DocumentSnapshot& document, text::Offset offset) {{
  const auto id = document.analysis->instruction_at(offset);
  if (!id) return {{}};
  return {type}{{document.analysis->instruction(*id).range}};
}}

}}  // namespace slipway::features
'''
TEST = '''\
#include "features/{name}.h"

#include <doctest/doctest.h>

#include "tests/features/document.h"

namespace {{

/// Asks at the `§` of `source`; the answer covers the text `expected`.
void check_{name}(std::string_view source, std::string_view expected) {{
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto document = slipway::test::make_document(marked.text);
  const auto answer = slipway::features::{name}(*document, marked.place());
  REQUIRE(answer.has_value());
  CHECK(document->analysis->source.slice(answer->range) == expected);
}}

}}  // namespace

TEST_CASE("{words}: TODO a sentence about behaviour") {{ check_{name}("FROM al§pine\\n", "FROM alpine"); }}
'''


def add_source(listing, before, line):
    """Adds a source file to a CMakeLists.txt whose SOURCES are listed in one run of words."""
    text = listing.read_text(encoding='utf-8')
    if line in text:
        return
    if before not in text:
        print(f'{listing.relative_to(ROOT)}: add {line} to SOURCES')
        return
    listing.write_text(text.replace(before, f'{before} {line}', 1), encoding='utf-8')
    print(listing.relative_to(ROOT))


def main():
    if len(sys.argv) != 2 or not re.fullmatch(r'[a-z]+(-[a-z]+)*', sys.argv[1]):
        sys.exit(__doc__)
    words = sys.argv[1].replace('-', ' ')
    name = sys.argv[1].replace('-', '_')
    names = {'name': name, 'type': ''.join(part.capitalize() for part in sys.argv[1].split('-')), 'words': words}
    features, tests = ROOT / 'server' / 'features', ROOT / 'tests' / 'features'
    if (features / f'{name}.h').exists():
        sys.exit(f'there is a feature {name} already')
    for path, template in ((features / f'{name}.h', HEADER), (features / f'{name}.cpp', SOURCE), (tests / f'{name}_test.cpp', TEST)):
        path.write_text(template.format(**names), encoding='utf-8')
        print(path.relative_to(ROOT))
    add_source(features / 'CMakeLists.txt', 'SOURCES', f'{name}.cpp')
    add_source(tests / 'CMakeLists.txt', 'SOURCES', f'{name}_test.cpp')
    print(f'next: the handler server/host/handlers/{name}.cpp, the row in server/host/methods.cpp, a session in tests/protocol/')


if __name__ == '__main__':
    main()
