// A stage that copies or mounts from itself. For BuildKit that is a ring of one stage, in the words of validations.go.

#include "lint/places.h"
#include "lint/rule.h"
#include "lint/stage_cycles.h"

namespace slipway::lint {

namespace {

using semantic::ReferenceKind;

void check(const Context& context, Report& report) {
  for (const auto& reference : context.model.references) {
    const bool copies = reference.kind == ReferenceKind::StageInCopy;
    if ((!copies && reference.kind != ReferenceKind::StageInMount) || !reference.stage || reference.stage != reference.in_stage) continue;
    const auto name = display_name(context.model.stage(*reference.stage));
    const auto advice = copies ? " The stage copies from itself: leave --from out to copy from the build context, use RUN cp for a file "
                                 "that is in the stage already, or name an earlier stage."
                               : " The stage mounts itself: its own files are there without a mount.";
    auto finding = report.at(on_first_line(context.analysis, context.analysis.instruction(reference.instruction), reference.range));
    finding.say("circular dependency detected on stage: " + name + "." + advice);
    if (copies && !reference.by_number) finding.alias("hadolint/DL3023");
  }
}

}  // namespace

extern const Rule copy_from_self;
const Rule copy_from_self = {
    .name = "copy-from-self",
    .aliases = {"buildkit/error"},
    .finding_aliases = {"hadolint/DL3023"},
    .level = Level::Error,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "A stage copies or mounts from itself.",
    .why =
        "A stage is finished only after its last instruction, so it cannot be the source of one of them. BuildKit refuses the file. "
        "Usually the number "
        "or name of another stage was meant, or a plain `RUN cp`.",
    .check_file = check,
};

}  // namespace slipway::lint
