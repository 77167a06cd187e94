// BuildKit's FromPlatformFlagConstDisallowed (dockerfile2llb/validations.go, reportConstPlatformDisallowed); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/go_text.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  for (const auto& platform : context.analysis.build().platforms) {
    const auto& entry = context.analysis.instruction(platform.instruction);
    const auto* flag = entry.syntax().flag("platform");
    if (!platform.constant || flag == nullptr) continue;
    report.at(on_first_line(context.analysis, entry, entry.place(flag->value_range)))
        .say("FROM --platform flag should not use constant value " + syntax::go_quote(platform.value));
  }
}

}  // namespace

extern const Rule from_platform_flag_const_disallowed;
const Rule from_platform_flag_const_disallowed = {
    .name = "from-platform-flag-const-disallowed",
    .aliases = {"buildkit/FromPlatformFlagConstDisallowed"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "`FROM --platform` names one platform for good.",
    .why =
        "With a constant platform the file can be built for that one alone, and on another machine the stage runs slowly in emulation. "
        "Leave the flag out to "
        "build for the target, or use `--platform=$BUILDPLATFORM` for a stage that only makes files. A stage that is for one platform on "
        "purpose can say so "
        "in its name: `AS build-amd64`.",
    .check_file = check,
};

}  // namespace slipway::lint
