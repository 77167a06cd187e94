// hadolint's DL3038. An installation waits for an answer.

#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

bool asks(const Invocation& call) { return call.installs() || call.verb == catalog::PackageVerb::InstallGroup; }

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Dnf, [&](const Invocation& call) {
    if (asks(call)) report_without_yes(run, call, "-y", report);
  });
}

}  // namespace

extern const Rule dnf_without_yes;
const Rule dnf_without_yes = {
    .name = "dnf-without-yes",
    .aliases = {"hadolint/DL3038"},
    .level = Level::Warning,
    .scope = Scope::Run,
    .fix = Safety::Safe,
    .summary = "`dnf` would ask before it installs.",
    .why = "Nobody answers in a build: the command sees the end of its input, gives up, and the build fails.",
    .fix_note = "`-y` is put behind the verb.",
    .check_run = check,
};

}  // namespace slipway::lint
