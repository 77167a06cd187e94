// BuildKit builds stages in order (convert.go, dispatch; convert_runmount.go, dispatchRunMounts): what a stage copies or mounts must come before it.

#include "lint/places.h"
#include "lint/rule.h"
#include "lint/stage_cycles.h"
#include "syntax/go_text.h"

namespace slipway::lint {

namespace {

using semantic::Reference;
using semantic::ReferenceKind;

std::string mount_target(const semantic::InstructionEntry& entry, const Reference& reference) {
  for (const auto& mount : entry.syntax().mounts) {
    if (!entry.place(mount.range).contains(reference.range)) continue;
    const auto* target = mount.find("target");
    return target != nullptr && target->value ? *target->value : std::string();
  }
  return {};
}

std::string message(const Context& context, const Reference& reference) {
  const auto from = syntax::go_quote(reference.text);
  if (reference.kind == ReferenceKind::StageInMount) {
    const auto target = mount_target(context.analysis.instruction(reference.instruction), reference);
    return "cannot mount from stage " + from + " to " + syntax::go_quote(target) + ", stage needs to be defined before current command";
  }
  return "cannot copy from stage " + from + ", it needs to be defined before current stage " +
         syntax::go_quote(display_name(context.model.stage(*reference.in_stage)));
}

void check(const Context& context, Report& report) {
  std::optional<StageCycles> cycles;
  for (const auto& reference : context.model.references) {
    const bool copies = reference.kind == ReferenceKind::StageInCopy || reference.kind == ReferenceKind::StageInMount;
    if (!copies || !reference.stage || !reference.in_stage || *reference.stage <= *reference.in_stage) continue;
    if (!cycles) cycles.emplace(context.model);
    // A ring of stages has its own finding; moving stages about would not help there.
    if (cycles->same_ring(*reference.stage, *reference.in_stage)) continue;
    const auto& target = context.model.stage(*reference.stage);
    report.at(on_first_line(context.analysis, context.analysis.instruction(reference.instruction), reference.range))
        .say(message(context, reference))
        .related(target.name_range, "the stage begins here, after the stage that needs it");
  }
}

}  // namespace

extern const Rule copy_from_later_stage;
const Rule copy_from_later_stage = {
    .name = "copy-from-later-stage",
    .aliases = {"buildkit/error"},
    .level = Level::Error,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "`COPY --from` or a mount names a stage that comes later in the file.",
    .why =
        "BuildKit knows a stage only after its `FROM`. Copying or mounting from a stage further down fails the build, even though the "
        "stage exists. "
        "Move the stage that is needed above the one that needs it.",
    .check_file = check,
};

}  // namespace slipway::lint
