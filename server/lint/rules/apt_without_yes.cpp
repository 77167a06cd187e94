// hadolint's DL3014. An installation waits for an answer.

#include "lint/command_words.h"
#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

bool answers(const shell::Command& command) {
  return count_flag(command, "q") == 2 || count_flag(command, "quiet") == 2 || has_word(command, "-q=2") ||
         has_flag(command, "just-print simulate download-only d s");
}

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Apt, [&](const Invocation& call) {
    if (call.installs() && call.manager->program == "apt-get" && !answers(*call.command) && !may_hold_flags(*call.command))
      report_without_yes(run, call, "-y", report);
  });
}

}  // namespace

extern const Rule apt_without_yes;
const Rule apt_without_yes = {
    .name = "apt-without-yes",
    .aliases = {"hadolint/DL3014"},
    .level = Level::Warning,
    .scope = Scope::Run,
    .fix = Safety::Safe,
    .summary = "`apt-get install` would ask before it installs.",
    .why = "Nobody answers in a build: the command sees the end of its input, gives up, and the build fails.",
    .fix_note = "`-y` is put behind the verb.",
    .peers = "Runs that install nothing (`--download-only`, `--simulate`) are not reported.",
    .check_run = check,
};

}  // namespace slipway::lint
