// hadolint's DL4005. SHELL says which shell runs the steps.

#include "lint/runs.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) {
  for (const auto& command : run.script.commands) {
    if (command.program() != "ln" || !command.has_argument("/bin/sh")) continue;
    report.at(command.range)
        .say(
            "This changes the shell of every program in the image that asks for /bin/sh. `SHELL [\"/bin/bash\", \"-c\"]` changes the shell "
            "of the build's steps only.");
    return;
  }
}

}  // namespace

extern const Rule shell_link_replaced;
const Rule shell_link_replaced = {
    .name = "shell-link-replaced",
    .aliases = {"hadolint/DL4005"},
    .level = Level::Warning,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "`/bin/sh` is replaced by a link to another shell.",
    .why =
        "Scripts of packages are written for the /bin/sh of their distribution and are tested with no other. What is wanted is mostly "
        "another shell for the RUN instructions, and that is what SHELL is for.",
    .check_run = check,
};

}  // namespace slipway::lint
