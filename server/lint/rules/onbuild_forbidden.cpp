// hadolint's DL3043. BuildKit refuses these; its error then carries the number.

#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != Keyword::Onbuild || !entry.syntax().trigger) return;
  const auto& trigger = *entry.syntax().trigger;
  if (trigger.keyword != Keyword::Onbuild && trigger.keyword != Keyword::From && trigger.keyword != Keyword::Maintainer) return;
  report.at(on_first_line(context.analysis, entry, entry.place(trigger.keyword_range)))
      .say(to_upper(trigger.written_keyword) + " cannot be put off with ONBUILD: it would mean nothing in the stage that is built later.");
}

}  // namespace

extern const Rule onbuild_forbidden;
const Rule onbuild_forbidden = {
    .name = "onbuild-forbidden",
    .aliases = {"hadolint/DL3043"},
    .level = Level::Error,
    .scope = Scope::Instruction,
    .fix = std::nullopt,
    .summary = "ONBUILD has a trigger that is not allowed.",
    .why = "A trigger runs right behind the FROM of another file. There can be no second FROM, no MAINTAINER, and no trigger of a trigger.",
    .covered_by = {"buildkit-error", "maintainer-deprecated"},
    .check_instruction = check,
};

}  // namespace slipway::lint
