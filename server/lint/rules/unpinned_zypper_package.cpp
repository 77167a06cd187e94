// hadolint's DL3037. Versions of packages are not fixed.

#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Zypper, [&](const Invocation& call) {
    if (call.installs() && (call.verb_word->text == "install" || call.verb_word->text == "in"))
      report_unpinned(loose_packages(call), "curl=8.0", report);
  });
}

}  // namespace

extern const Rule unpinned_zypper_package;
const Rule unpinned_zypper_package = {
    .name = "unpinned-zypper-package",
    .aliases = {"hadolint/DL3037"},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "`zypper` installs packages without a version.",
    .why =
        "The same Dockerfile gives another image next month, and a build that worked may fail because of a package that nobody changed "
        "here. Archives of distributions drop old versions, so a fixed one may vanish: pin what the program depends on, or pin the base "
        "image by its digest, and switch this hint off otherwise.",
    .peers = "Looks through `sudo` and paths too.",
    .check_run = check,
};

}  // namespace slipway::lint
