// hadolint's DL3035. The whole distribution is changed under the image's feet.

#include "lint/command_words.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) {
  for (const auto& call : run.calls) {
    if (call.manager->family != catalog::PackageFamily::Zypper || !has_word(*call.command, "dist-upgrade dup")) continue;
    report.at(call.command->range)
        .say(
            "A distribution upgrade replaces what the base image is made of, with whatever is newest today. Take a newer base image "
            "instead.");
    return;
  }
}

}  // namespace

extern const Rule zypper_dist_upgrade;
const Rule zypper_dist_upgrade = {
    .name = "zypper-dist-upgrade",
    .aliases = {"hadolint/DL3035"},
    .level = Level::Warning,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "A RUN upgrades the whole distribution with zypper.",
    .why =
        "The layer holds a second copy of nearly everything below it, and its content depends on the day of the build. The base image is "
        "what says which release is used.",
    .check_run = check,
};

}  // namespace slipway::lint
