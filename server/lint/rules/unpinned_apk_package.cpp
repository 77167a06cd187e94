// hadolint's DL3018. Versions of packages are not fixed.

#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Apk, [&](const Invocation& call) {
    if (call.installs()) report_unpinned(loose_packages(call), "curl=~8.5", report);
  });
}

}  // namespace

extern const Rule unpinned_apk_package;
const Rule unpinned_apk_package = {
    .name = "unpinned-apk-package",
    .aliases = {"hadolint/DL3018"},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "`apk` installs packages without a version.",
    .why =
        "The same Dockerfile gives another image next month, and a build that worked may fail because of a package that nobody changed "
        "here. Archives of distributions drop old versions, so a fixed one may vanish: pin what the program depends on, or pin the base "
        "image by its digest, and switch this hint off otherwise.",
    .peers =
        "Looks through `sudo` and paths too. `!name` forbids a package and needs no version (hadolint #956); a word that is only a "
        "variable is not judged.",
    .check_run = check,
};

}  // namespace slipway::lint
