// hadolint's DL3015. Packages come along that nobody named.

#include "lint/command_words.h"
#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Apt, [&](const Invocation& call) {
    const auto& command = *call.command;
    if (!call.installs() || call.manager->program != "apt-get" || has_flag(command, "no-install-recommends") || may_hold_flags(command))
      return;
    if (has_word(command,
                 "APT::Install-Recommends=false APT::Install-Recommends=0 -oAPT::Install-Recommends=false -oAPT::Install-Recommends=0"))
      return;
    auto finding = report.at(call.verb_word->range);
    finding.say(
        "Recommended packages are installed too, which often doubles what comes in. Add `--no-install-recommends` and name what is really "
        "needed.");
    if (auto fix = insert_behind(run, command, *call.verb_word, "--no-install-recommends", Safety::Unsafe)) finding.fix(std::move(*fix));
  });
}

}  // namespace

extern const Rule apt_recommends;
const Rule apt_recommends = {
    .name = "apt-recommends",
    .aliases = {"hadolint/DL3015"},
    .level = Level::Info,
    .scope = Scope::Run,
    .fix = Safety::Unsafe,
    .summary = "`apt-get install` brings recommended packages along.",
    .why =
        "Debian installs what packages recommend, not only what they need. In an image that is mostly dead weight and more to keep "
        "patched.",
    .fix_note =
        "The option is added. A program may miss a package that was only recommended (certificates with curl, for example), so a person "
        "should look.",
    .peers = "`APT::Install-Recommends=0` is known too.",
    .check_run = check,
};

}  // namespace slipway::lint
