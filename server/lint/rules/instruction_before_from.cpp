// hadolint's DL3061. BuildKit refuses such a file; its error then carries the number.

#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

void check(const Context& context, Report& report) {
  for (std::uint32_t i = 0; i < context.analysis.instructions.size(); ++i) {
    const auto& entry = context.analysis.instruction(semantic::InstructionId{i});
    if (entry.keyword() == Keyword::From) return;
    if (entry.keyword() == Keyword::Arg || entry.keyword() == Keyword::Unknown) continue;
    report.at(keyword_place(context.analysis, entry))
        .say("Nothing but ARG may stand before the first FROM: there is no stage yet that this could be part of.");
  }
}

}  // namespace

extern const Rule instruction_before_from;
const Rule instruction_before_from = {
    .name = "instruction-before-from",
    .aliases = {"hadolint/DL3061"},
    .level = Level::Error,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "An instruction stands before the first FROM.",
    .why =
        "A Dockerfile begins with FROM; before it only ARG is allowed, for use in the FROMs. BuildKit ends with \"no build stage in "
        "current context\".",
    .covered_by = {"buildkit-error"},
    .check_file = check,
};

}  // namespace slipway::lint
