// hadolint's DL3004. A build step has the rights of its user already.

#include <algorithm>
#include <optional>

#include "lint/runs.h"

namespace slipway::lint {

namespace {

/// Removes `sudo ` where nothing but a blank stands between it and the command.
std::optional<Fix> without_sudo(const Run& run, const shell::Command& command, const shell::Argument& sudo) {
  const bool adjacent = command.wrappers.size() == 1 && command.name.range.begin == sudo.range.end + 1;
  if (!adjacent || !run.editable(command)) return std::nullopt;
  return Fix{"Remove sudo", Safety::Unsafe, {{{sudo.range.begin, command.name.range.begin}, ""}}};
}

void check(const Run& run, Report& report) {
  for (const auto& command : run.script.commands) {
    const auto is_sudo = [](const shell::Argument& word) { return word.text == "sudo" || word.text == "/usr/bin/sudo"; };
    const auto wrapper = std::find_if(command.wrappers.begin(), command.wrappers.end(), is_sudo);
    const bool wrapped = wrapper != command.wrappers.end();
    if (!wrapped && command.program() != "sudo") continue;
    const auto& word = wrapped ? *wrapper : command.name;
    auto finding = report.at(word.range);
    finding.say(
        "A build step runs as root, or as the user that USER names, so what needs other rights says so with USER before it. sudo keeps a "
        "way to all rights in the image; a start script that has to change users takes gosu.");
    if (auto fix = without_sudo(run, command, word)) finding.fix(std::move(*fix));
  }
}

}  // namespace

extern const Rule sudo_in_run;
const Rule sudo_in_run = {
    .name = "sudo-in-run",
    .aliases = {"hadolint/DL3004"},
    .level = Level::Warning,
    .scope = Scope::Run,
    .fix = Safety::Unsafe,
    .summary = "A RUN calls sudo.",
    .why =
        "sudo in an image is one more program with all rights, its signals and terminal behave in unexpected ways, and `USER` says the "
        "same in plain sight.",
    .fix_note = "`sudo` is removed where it has no options. Look whether the step runs as root.",
    .check_run = check,
};

}  // namespace slipway::lint
