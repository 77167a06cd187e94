#!/usr/bin/env python3
"""Starts a rule: its file, its row in the table, its folder with the two examples of its page. usage: new_rule.py NAME  (kebab-case)

What it writes builds and finds nothing; docs/contributing.md, "Add a rule", goes on from there.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
REGISTRY = ROOT / 'server' / 'lint' / 'registry.cpp'
RULE = '''\
// TODO: where the rule comes from: a page, a source file, or the damage it prevents.

#include "lint/rule.h"

namespace slipway::lint {{

namespace {{

void check(const Context& context, semantic::InstructionId id, Report& report) {{
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != syntax::Keyword::Unknown) return;  // TODO: guards first, the finding last
  report.at(entry.range).say("TODO: what is wrong, why it matters, what to do.");
}}

}}  // namespace

extern const Rule {name};
const Rule {name} = {{
    .name = "{kebab}",
    .aliases = {{}},
    .level = Level::Warning,
    .scope = Scope::Instruction,
    .fix = std::nullopt,
    .enabled = Default::Off,
    .summary = "TODO: one sentence.",
    .why = "TODO: one paragraph: what goes wrong otherwise.",
    .check_instruction = check,
}};

}}  // namespace slipway::lint
'''


def add_row(text, name):
    """The registry with one more row(…), rows in the order of their names."""
    head, table, rest = re.split(r'(#define SLIPWAY_RULES\(row\)(?:.*\\\n)+.*\n)', text, maxsplit=1)
    rows = sorted({*re.findall(r'row\((\w+)\)', table.split('\n', 1)[1]), name})
    lines = ['#define SLIPWAY_RULES(row)'] + [f'  row({row})' for row in rows]
    width = max(map(len, lines)) + 1
    return head + '\n'.join(f'{line:{width}}\\' for line in lines[:-1]) + f'\n{lines[-1]}\n' + rest


def main():
    if len(sys.argv) != 2 or not re.fullmatch(r'[a-z0-9]+(-[a-z0-9]+)*', sys.argv[1]):
        sys.exit(__doc__)
    kebab = sys.argv[1]
    name = kebab.replace('-', '_')
    source = ROOT / 'server' / 'lint' / 'rules' / f'{name}.cpp'
    folder = ROOT / 'tests' / 'rules' / kebab
    if source.exists() or folder.exists():
        sys.exit(f'there is a rule {kebab} already')
    registry = add_row(REGISTRY.read_text(encoding='utf-8'), name)
    source.write_text(RULE.format(name=name, kebab=kebab), encoding='utf-8')
    REGISTRY.write_text(registry, encoding='utf-8')
    folder.mkdir(parents=True)
    for example in ('example', 'clean'):
        (folder / f'{example}.Dockerfile').write_text('FROM alpine:3.20\n', encoding='utf-8')
    for path in (source, REGISTRY, folder / 'example.Dockerfile', folder / 'clean.Dockerfile'):
        print(path.relative_to(ROOT))
    print('next: write the check, the two examples, then ./dev bless rules and read the golden')


if __name__ == '__main__':
    main()
