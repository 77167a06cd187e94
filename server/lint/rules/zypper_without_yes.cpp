// hadolint's DL3034. An installation waits for an answer.

#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

bool asks(const Invocation& call) {
  return call.installs() || call.verb == catalog::PackageVerb::Remove || (call.verb_word != nullptr && call.verb_word->text == "patch");
}

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Zypper, [&](const Invocation& call) {
    if (asks(call)) report_without_yes(run, call, "--non-interactive", report);
  });
}

}  // namespace

extern const Rule zypper_without_yes;
const Rule zypper_without_yes = {
    .name = "zypper-without-yes",
    .aliases = {"hadolint/DL3034"},
    .level = Level::Warning,
    .scope = Scope::Run,
    .fix = Safety::Safe,
    .summary = "`zypper` would ask before it installs.",
    .why = "Nobody answers in a build: the command sees the end of its input, gives up, and the build fails.",
    .fix_note = "`--non-interactive` is put behind the verb.",
    .check_run = check,
};

}  // namespace slipway::lint
