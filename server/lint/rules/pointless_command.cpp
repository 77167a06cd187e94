// hadolint's DL3001. Commands for a running machine do nothing in a build.

#include "catalog/package_managers.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

constexpr std::string_view pointless = "free kill mount ps service shutdown ssh top vim ifconfig";

void check(const Run& run, Report& report) {
  for (const auto& command : run.script.commands) {
    if (!catalog::is_listed(pointless, command.program())) continue;
    report.at(command.name.range)
        .say("`" + std::string(command.program()) +
             "` looks at or changes a running machine. A build step ends with all its processes, and only files stay. Do this when the "
             "container starts, or leave it out.");
    return;
  }
}

}  // namespace

extern const Rule pointless_command;
const Rule pointless_command = {
    .name = "pointless-command",
    .aliases = {"hadolint/DL3001"},
    .level = Level::Info,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "A RUN starts a command that makes sense only on a running machine.",
    .why =
        "Services, mounts, connections and processes end with the RUN that made them. Only changed files are in the image, so such a "
        "command either does nothing or hides what is really wanted.",
    .peers = "`ifconfig` is in the list too; hadolint names it in its message only.",
    .check_run = check,
};

}  // namespace slipway::lint
