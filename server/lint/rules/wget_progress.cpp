// hadolint's DL3047. A progress bar in the log of a build.

#include "catalog/package_managers.h"
#include "lint/command_words.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) {
  const auto* tool = catalog::find_download_tool("wget");
  for (const auto& command : run.script.commands) {
    if (command.program() != "wget" || may_hold_flags(command) || has_flag(command, tool->quiet) || has_flag(command, "help version") ||
        has_word(command, "-nv -V"))
      continue;
    auto finding = report.at(command.name.range);
    finding.say(
        "`wget` draws a progress bar, which in the log of a build becomes thousands of lines. Add `-q`, or `--progress=dot:giga` where it "
        "is GNU's wget.");
    if (auto fix = insert_behind(run, command, command.name, "-q")) finding.fix(std::move(*fix));
  }
}

}  // namespace

extern const Rule wget_progress;
const Rule wget_progress = {
    .name = "wget-progress",
    .aliases = {"hadolint/DL3047"},
    .level = Level::Info,
    .scope = Scope::Run,
    .fix = Safety::Safe,
    .summary = "`wget` draws its progress into the log.",
    .why = "The log of a build is read when something fails, and then every line of a progress bar stands in the way.",
    .fix_note = "`-q` is added, which busybox has too. Errors still end the step.",
    .check_run = check,
};

}  // namespace slipway::lint
