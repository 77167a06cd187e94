// BuildKit's FromAsCasing (frontend/dockerfile/instructions/parse.go, doesFromCaseMatchAsCase); the message is BuildKit's own. A FROM in mixed
// case is left to consistent-instruction-casing.

#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& from = entry.syntax().from;
  if (!from || !from->as_keyword || !from->name) return;
  const auto& keyword = entry.syntax().written_keyword;
  const auto& word = from->as_keyword->text;
  const bool is_lower = keyword == to_lower(keyword);
  if (!is_lower && keyword != to_upper(keyword)) return;
  const auto right = is_lower ? to_lower(word) : to_upper(word);
  if (word == right) return;
  const auto place = entry.place(from->as_keyword->range);
  report.at(on_first_line(context.analysis, entry, place))
      .say("'" + word + "' and '" + keyword + "' keywords' casing do not match")
      .fix(replace(place, right, "Change to '" + right + "'"));
}

}  // namespace

extern const Rule from_as_casing;
const Rule from_as_casing = {
    .name = "from-as-casing",
    .aliases = {"buildkit/FromAsCasing"},
    .level = Level::Warning,
    .scope = Scope::Instruction,
    .fix = Safety::Safe,
    .summary = "FROM and AS are written in different letter case.",
    .why = "Both are keywords of one instruction. Where one is in capitals and the other is not, the second is easily read as a name.",
    .fix_note = "AS is written as FROM is.",
    .check_instruction = check,
};

}  // namespace slipway::lint
