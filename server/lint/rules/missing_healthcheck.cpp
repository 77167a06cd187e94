// hadolint's DL3057. Nobody can ask the container how it is.

#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

using semantic::Stage;

bool probes(const Context& context, const Stage& stage) {
  for (auto id = stage.from; id < stage.end; ++id.value) {
    if (context.analysis.instruction(id).keyword() == syntax::Keyword::Healthcheck) return true;
  }
  return false;
}

void check(const Context& context, Report& report) {
  const auto& stages = context.model.stages;
  std::vector<bool> good(stages.size());
  for (const auto& stage : stages) {
    good[stage.id.index()] =
        probes(context, stage) || (stage.base_stage && stage.base_stage->value < stage.id.value && good[stage.base_stage->index()]);
  }
  // A stage that others stand on is as good as they are.
  for (auto stage = stages.rbegin(); stage != stages.rend(); ++stage) {
    if (stage->base_stage && good[stage->id.index()]) good[stage->base_stage->index()] = true;
  }
  for (const auto& stage : stages) {
    if (good[stage.id.index()]) continue;
    report.at(on_first_line(context.analysis, context.analysis.instruction(stage.from), stage.base_range))
        .say(
            "There is no HEALTHCHECK, so Docker knows of the container only that its process runs. `HEALTHCHECK NONE` says that this is "
            "meant.");
  }
}

}  // namespace

extern const Rule missing_healthcheck;
const Rule missing_healthcheck = {
    .name = "missing-healthcheck",
    .aliases = {"hadolint/DL3057"},
    .level = Level::Info,
    .scope = Scope::File,
    .fix = std::nullopt,
    .enabled = Default::Off,
    .summary = "A stage has no HEALTHCHECK.",
    .why =
        "With a probe, Docker and Compose can wait for a container that is ready, and replace one that hangs. Kubernetes has probes of its "
        "own and ignores this one, and many images are no service, so the rule is off by default.",
    .check_file = check,
};

}  // namespace slipway::lint
