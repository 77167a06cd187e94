// BuildKit's NoEmptyContinuation (frontend/dockerfile/parser/parser.go); the message is BuildKit's own. It stands on the last line of the
// instruction's head, once an instruction.

#include "lint/rule.h"
#include "text/utf8.h"

namespace slipway::lint {

namespace {

/// A fix that removes the blank lines of an instruction's head.
Fix remove_blank_lines(const semantic::Analysis& analysis, TextRange head) {
  Fix fix = {"Remove the empty lines", Safety::Safe, {}};
  const auto& lines = analysis.source.lines();
  const auto last = lines.line_of(head.end);
  for (auto line = lines.line_of(head.begin) + 1; line <= last; ++line) {
    const TextRange whole = {lines.line_start(line), lines.line_start(line + 1)};
    if (whole.end <= head.end && text::trim_unicode(analysis.source.slice(whole)).empty()) fix.edits.push_back({whole, ""});
  }
  return fix;
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (!entry.syntax().line.has_blank_line()) return;
  const auto head = entry.place(entry.syntax().head);
  const auto& lines = context.analysis.source.lines();
  const auto last_byte = head.end > head.begin ? head.end - 1 : head.end;
  auto finding = report.at(lines.line_range(context.analysis.source.bytes(), lines.line_of(last_byte)));
  finding.say("Empty continuation line");
  if (auto fix = remove_blank_lines(context.analysis, head); !fix.edits.empty()) finding.fix(std::move(fix));
}

}  // namespace

extern const Rule no_empty_continuation;
const Rule no_empty_continuation = {
    .name = "no-empty-continuation",
    .aliases = {"buildkit/NoEmptyContinuation"},
    .level = Level::Warning,
    .scope = Scope::Place,
    .fix = Safety::Safe,
    .summary = "An empty line stands inside a continued instruction.",
    .why =
        "BuildKit drops the empty line and goes on with the instruction, though it looks as if the instruction ended there. A future "
        "version will make it an error.",
    .fix_note = "The empty lines are removed; the instruction stays the same.",
    .check_instruction = check,
};

}  // namespace slipway::lint
