// Stages that wait for each other (dockerfile2llb/validations.go, validateCircularDependency). BuildKit names the first stage of the file
// that leads into the ring, and so does the finding.

#include "lint/places.h"
#include "lint/rule.h"
#include "lint/stage_cycles.h"

namespace slipway::lint {

namespace {

std::string ring_text(const Context& context, const std::vector<const semantic::Reference*>& way) {
  std::string out = display_name(context.model.stage(*way.front()->in_stage));
  for (const auto* reference : way) out += " needs " + display_name(context.model.stage(*reference->stage));
  return out;
}

void check(const Context& context, Report& report) {
  const StageCycles cycles(context.model);
  const auto& way = cycles.first_ring();
  if (way.size() < 2) return;  // none, or a stage that needs itself: copy-from-self
  const auto& entry = context.analysis.instruction(way.front()->instruction);
  const auto name = display_name(context.model.stage(*way.front()->in_stage));
  auto finding = report.at(on_first_line(context.analysis, entry, way.front()->range));
  finding.say("circular dependency detected on stage: " + name + ". " + ring_text(context, way) + ": no order can build them.");
  for (std::size_t i = 1; i < way.size(); ++i)
    finding.related(way[i]->range, "needs stage '" + display_name(context.model.stage(*way[i]->stage)) + "'");
}

}  // namespace

extern const Rule stage_cycle;
const Rule stage_cycle = {
    .name = "stage-cycle",
    .aliases = {"buildkit/error"},
    .level = Level::Error,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "Stages copy from each other in a ring.",
    .why =
        "Each stage of the ring waits for another one, so none can be built first and BuildKit refuses the file. Move what both sides need "
        "into a stage of "
        "its own that comes before them.",
    .check_file = check,
};

}  // namespace slipway::lint
