// hadolint's DL3046. lastlog and faillog grow with the highest number.

#include "lint/command_words.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

constexpr std::size_t most_digits = 5;

/// The number behind `-u` or `--uid`; null without one.
const shell::Argument* uid_of(const shell::Command& command) {
  const auto& words = command.arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (awaits_value(words[i].text, "u uid") && i + 1 < words.size()) return &words[i + 1];
  }
  return nullptr;
}

void check(const Run& run, Report& report) {
  for (const auto& command : run.script.commands) {
    if (command.program() != "useradd" || has_flag(command, "l no-log-init")) continue;
    const auto* uid = uid_of(command);
    if (uid == nullptr || uid->has_expansion || uid->text.size() <= most_digits) continue;
    auto finding = report.at(uid->range);
    finding.say(
        "`useradd` writes to lastlog and faillog at the place of the user's number, so a high number makes huge files with holes, and "
        "layers store the holes. Add `-l`.");
    if (auto fix = insert_behind(run, command, command.name, "-l")) finding.fix(std::move(*fix));
  }
}

}  // namespace

extern const Rule useradd_high_uid;
const Rule useradd_high_uid = {
    .name = "useradd-high-uid",
    .aliases = {"hadolint/DL3046"},
    .level = Level::Warning,
    .scope = Scope::Run,
    .fix = Safety::Safe,
    .summary = "A user with a high number is added without `-l`.",
    .why =
        "lastlog has a record for every number up to the highest. On disk the file is mostly a hole; in a layer it is gigabytes of zeros.",
    .fix_note = "`-l` is put behind `useradd`.",
    .peers = "`--uid` is looked at too; a variable as number is not judged.",
    .check_run = check,
};

}  // namespace slipway::lint
