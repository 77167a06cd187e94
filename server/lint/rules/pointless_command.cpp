// hadolint's DL3001. Commands for a running machine do nothing in a build.

#include <algorithm>

#include "catalog/package_managers.h"
#include "lint/command_words.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

constexpr std::string_view pointless = "free kill mount ps service shutdown ssh top vim ifconfig";

constexpr std::string_view leads_nowhere = "service sleep echo exit true rm apt-get set printf cat ls";

/// A server that a later command of the same RUN talks to, or a process that the RUN itself put into the background.
bool serves_this_step(const Run& run, const shell::Command& command) {
  const auto& commands = run.script.commands;
  if (command.program() == "kill") {
    return std::any_of(commands.begin(), commands.end(), [](const shell::Command& other) { return other.join == shell::Join::Background; });
  }
  const bool starts = command.program() == "service" && has_word(command, "start restart");
  return starts && std::any_of(commands.begin(), commands.end(), [&](const shell::Command& other) {
           return other.range.begin > command.range.begin && !catalog::is_listed(leads_nowhere, other.program());
         });
}

void check(const Run& run, Report& report) {
  for (const auto& command : run.script.commands) {
    if (!catalog::is_listed(pointless, command.program()) || serves_this_step(run, command)) continue;
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
    .peers =
        "`ifconfig` is in the list too; hadolint names it in its message only. A server that a later command of the same RUN uses is not "
        "reported, nor `kill` where the RUN has started something in the background.",
    .check_run = check,
};

}  // namespace slipway::lint
