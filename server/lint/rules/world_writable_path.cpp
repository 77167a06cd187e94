// tally's world-writable-state-path-workaround. Everybody may write.

#include <algorithm>

#include "lint/command_words.h"
#include "lint/runs.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

/// `777`, `0666`, `a+rwx`, `o+w`, `+w` on everybody.
bool lets_everybody_write(std::string_view mode) {
  if (!mode.empty() && std::all_of(mode.begin(), mode.end(), is_digit)) {
    const bool sticky = mode.size() == 4 && (mode.front() == '1' || mode.front() == '3');  // as /tmp has it
    return !sticky && mode.size() > 2 && ((mode.back() - '0') & 2) != 0;
  }
  for (const auto part : split(mode, ',')) {
    const auto sign = part.find_first_of("+=");
    if (sign == std::string_view::npos) continue;
    const auto who = part.substr(0, sign);
    const bool others = who.find('o') != std::string_view::npos || who.find('a') != std::string_view::npos;
    if (others && part.find('w', sign) != std::string_view::npos && part.find('t', sign) == std::string_view::npos) return true;
  }
  return false;
}

/// The mode that a command sets; null without one.
const shell::Argument* mode_of(const shell::Command& command) {
  if (command.program() == "mkdir") {
    for (std::size_t i = 0; i + 1 < command.arguments.size(); ++i) {
      if (command.arguments[i].text == "-m") return &command.arguments[i + 1];
    }
    return nullptr;
  }
  if (command.program() != "chmod") return nullptr;
  const auto words = operands(command, "reference");
  return words.empty() ? nullptr : words.front();
}

void check(const Run& run, Report& report) {
  for (const auto& command : run.script.commands) {
    const auto* mode = mode_of(command);
    if (mode == nullptr || mode->has_expansion || !lets_everybody_write(mode->text)) continue;
    report.at(mode->range)
        .say(
            "With this every user and every program in the container may change these files. Give them to the user that runs the program: "
            "`COPY --chown=…`, or `chown` for folders it writes to.");
  }
}

}  // namespace

extern const Rule world_writable_path;
const Rule world_writable_path = {
    .name = "world-writable-path",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "Files are made writable for everybody.",
    .why =
        "It makes an error about rights go away, and every protection between users with it. The program needs the files to be its own, "
        "nothing more.",
    .peers = "A folder with the sticky bit (1777), as /tmp is, is not reported. No fix: which user is meant is not written down.",
    .check_run = check,
};

}  // namespace slipway::lint
