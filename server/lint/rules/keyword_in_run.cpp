// hadolint #760. A RUN that goes on where the next instruction should begin.

#include "catalog/package_managers.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

constexpr std::string_view keywords =
    "RUN COPY ADD ENV ARG WORKDIR EXPOSE CMD ENTRYPOINT USER LABEL VOLUME FROM ONBUILD HEALTHCHECK STOPSIGNAL MAINTAINER";

void check(const Run& run, Report& report) {
  for (const auto& command : run.script.commands) {
    if (!catalog::is_listed(keywords, command.name.text) || !command.wrappers.empty()) continue;
    report.at(command.name.range)
        .say("Here the shell looks for a program named " + command.name.text +
             ". An instruction begins on a line of its own: a `\\` or `&&` too many stands before it.");
  }
}

}  // namespace

extern const Rule keyword_in_run;
const Rule keyword_in_run = {
    .name = "keyword-in-run",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "A keyword of the Dockerfile stands inside a RUN.",
    .why =
        "A `\\` or `&&` left over at the end of a line makes the next instruction part of the RUN, where the shell does not find such a "
        "program.",
    .peers = "Asked for in hadolint #760.",
    .check_run = check,
};

}  // namespace slipway::lint
