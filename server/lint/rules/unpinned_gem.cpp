// hadolint's DL3028. Versions of packages are not fixed.

#include <algorithm>

#include "lint/command_words.h"
#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

bool has_version(const shell::Command& command) { return has_flag(command, "v version"); }

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Gem, [&](const Invocation& call) {
    if (!call.installs() || has_version(*call.command)) return;
    const auto& words = call.command->arguments;
    const auto own = std::find_if(words.begin(), words.end(), [](const shell::Argument& word) { return word.text == "--"; });
    auto loose = loose_packages(call);
    // Behind `--` stand options for the compiler.
    std::erase_if(loose, [&](const shell::Argument* word) { return own != words.end() && word->range.begin > own->range.begin; });
    report_unpinned(loose, "rails:7.1.3", report);
  });
}

}  // namespace

extern const Rule unpinned_gem;
const Rule unpinned_gem = {
    .name = "unpinned-gem",
    .aliases = {"hadolint/DL3028"},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "`gem` installs packages without a version.",
    .why =
        "The same Dockerfile gives another image next month, and a build that worked may fail because of a package that nobody changed "
        "here.",
    .peers = "Looks through `sudo` and paths too.",
    .check_run = check,
};

}  // namespace slipway::lint
