// hadolint's DL3008. Versions of packages are not fixed.

#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Apt, [&](const Invocation& call) {
    if (call.installs() && call.manager->program == "apt-get") report_unpinned(loose_packages(call), "curl=7.88.1-10", report);
  });
}

}  // namespace

extern const Rule unpinned_apt_package;
const Rule unpinned_apt_package = {
    .name = "unpinned-apt-package",
    .aliases = {"hadolint/DL3008"},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "`apt-get` installs packages without a version.",
    .why =
        "The same Dockerfile gives another image next month, and a build that worked may fail because of a package that nobody changed "
        "here. Archives of distributions drop old versions, so a fixed one may vanish: pin what the program depends on, or pin the base "
        "image by its digest, and switch this hint off otherwise.",
    .peers =
        "Looks through `sudo` and paths too. A word that is only a variable is not judged: what is in it may have its version (hadolint "
        "#928).",
    .check_run = check,
};

}  // namespace slipway::lint
