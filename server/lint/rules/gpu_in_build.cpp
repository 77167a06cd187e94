// tally's gpu/no-buildtime-gpu-queries. A build has no graphics card.

#include "catalog/package_managers.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

constexpr std::string_view queries = "nvidia-smi nvidia-debugdump nvidia-persistenced";

void check(const Run& run, Report& report) {
  for (const auto& command : run.script.commands) {
    if (!catalog::is_listed(queries, command.program()) || command.conditional) continue;
    report.at(command.name.range)
        .say(
            "A build step sees no graphics card, so this fails, or says something else than it will in the container. Do it when the "
            "container starts.");
  }
}

}  // namespace

extern const Rule gpu_in_build;
const Rule gpu_in_build = {
    .name = "gpu-in-build",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "A RUN asks for the graphics card.",
    .why = "The driver and the card belong to the host and are put into a container when it starts. A build has neither.",
    .check_run = check,
};

}  // namespace slipway::lint
