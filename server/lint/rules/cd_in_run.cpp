// hadolint's DL3003. The folder of a step belongs into WORKDIR.

#include "lint/runs.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) {
  if (run.is_trigger) return;
  for (const auto& command : run.script.commands) {
    if (command.program() != "cd") continue;
    report.at(command.range)
        .say("`cd` holds for the rest of this RUN only. WORKDIR says where all later steps work, and makes the folder if need be.");
    return;
  }
}

}  // namespace

extern const Rule cd_in_run;
const Rule cd_in_run = {
    .name = "cd-in-run",
    .aliases = {"hadolint/DL3003"},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "A RUN changes the folder with `cd`.",
    .why =
        "Every RUN begins in the folder that WORKDIR names, so `cd` is forgotten at its end and written again in the next one. Within one "
        "longer step it does no harm, which is why this is a hint only.",
    .peers = "One finding a RUN, at the first `cd`. Also in a subshell, as hadolint has it.",
    .check_run = check,
};

}  // namespace slipway::lint
