// Tools give up options and commands: their release notes say when.

#include "catalog/deprecated_commands.h"
#include "catalog/package_managers.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

using catalog::DeprecatedCommand;

/// The option in the command, when the row is about one; the program's name when it is about the command; null when it does not fit.
const shell::Argument* place_of(const DeprecatedCommand& row, const shell::Command& command) {
  if (!row.verb.empty() && !command.has_argument(row.verb)) return nullptr;
  if (row.option.empty()) return &command.name;
  for (const auto& word : command.arguments) {
    const std::string_view text = word.text;
    const auto equals = text.find('=');
    if (text.substr(0, equals) != row.option) continue;
    if (row.value.empty() ? equals == std::string_view::npos || row.replacement.empty()
                          : equals != std::string_view::npos && text.substr(equals + 1) == row.value)
      return &word;
  }
  return nullptr;
}

void check_command(const Run& run, const shell::Command& command, Report& report) {
  const auto* manager = catalog::find_package_manager(command.program());
  const auto program = manager == nullptr ? command.program() : manager->program;
  for (const auto& row : catalog::deprecated_commands()) {
    if (row.program != program) continue;
    const auto* place = place_of(row, command);
    if (place == nullptr) continue;
    auto finding = report.at(place->range);
    finding
        .say("`" + std::string(row.option.empty() ? program : std::string_view(place->text)) +
             "` is given up: " + std::string(row.instead) + ".")
        .tag(Tag::Deprecated);
    if (!row.replacement.empty() && run.editable(command))
      finding.fix(replace(place->range, std::string(row.replacement), "Change to " + std::string(row.replacement), Safety::Unsafe));
  }
}

void check(const Run& run, Report& report) {
  for (const auto& command : run.script.commands) check_command(run, command, report);
}

}  // namespace

extern const Rule deprecated_command;
const Rule deprecated_command = {
    .name = "deprecated-command",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::Run,
    .fix = Safety::Unsafe,
    .summary = "A command or option that its makers have given up.",
    .why = "It works with the versions of today or those of some years ago, and one day an update of the base image ends that.",
    .fix_note = "The option becomes the one that is meant today. Very old versions of the tool do not know that one.",
    .peers = "Covers ruby/deprecated-bundler-install-flags of tally.",
    .check_run = check,
};

}  // namespace slipway::lint
