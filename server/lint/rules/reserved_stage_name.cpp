// BuildKit's ReservedStageName (dockerfile2llb/validations.go, validateStageNames); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/go_text.h"

namespace slipway::lint {

namespace {

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  if (stage.name != "scratch" && stage.name != "context") return;
  report.at(on_first_line(context.analysis, context.analysis.instruction(stage.from), stage.name_range))
      .say("Stage name should not use the same name as reserved stage " + syntax::go_quote(stage.name));
}

}  // namespace

extern const Rule reserved_stage_name;
const Rule reserved_stage_name = {
    .name = "reserved-stage-name",
    .aliases = {"buildkit/ReservedStageName", "hadolint/DL3063"},
    .level = Level::Warning,
    .scope = Scope::Stage,
    .fix = std::nullopt,
    .summary = "A stage is named `scratch` or `context`.",
    .why =
        "`scratch` is the empty image and `context` the build context. A stage of that name hides them, or is hidden by them, depending on "
        "where the name stands.",
    .check_stage = check,
};

}  // namespace slipway::lint
