// BuildKit's UndefinedArgInFrom (dockerfile2llb/validations.go, reportUnusedFromArgs); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  for (const auto& use : context.analysis.build().undefined) {
    if (!use.in_from) continue;
    auto finding = report.at(on_first_line(context.analysis, context.analysis.instruction(use.instruction), use.range));
    finding.say("FROM argument '" + use.name + "' is not declared" + (use.nearest.empty() ? "" : " (did you mean " + use.nearest + "?)"));
    if (!use.nearest.empty()) finding.fix(replace(use.range, use.nearest, "Change to '" + use.nearest + "'", Safety::Unsafe));
  }
}

}  // namespace

extern const Rule undefined_arg_in_from;
const Rule undefined_arg_in_from = {
    .name = "undefined-arg-in-from",
    .aliases = {"buildkit/UndefinedArgInFrom"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "FROM uses an argument that no ARG before the first FROM declares.",
    .why =
        "FROM knows only the ARGs that stand before the first FROM of the file, and a few that BuildKit defines (`TARGETPLATFORM` and its "
        "like). Any other name is "
        "an empty text there, even if an ARG inside a stage has it.",
    .fix_note = "The name is changed to the argument that was probably meant.",
    .check_file = check,
};

}  // namespace slipway::lint
