// BuildKit's FromPlatformFlagConstDisallowed (dockerfile2llb/validations.go, reportConstPlatformDisallowed); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"
#include "semantic/expansion.h"
#include "syntax/go_text.h"
#include "syntax/platform_name.h"

namespace slipway::lint {

namespace {

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  const auto& entry = context.analysis.instruction(stage.from);
  const auto* flag = entry.syntax().flag("platform");
  if (flag == nullptr || !flag->value || flag->value->empty()) return;
  bool has_variable = false;
  const auto expansion = semantic::expand(*flag->value, context.analysis.directives.escape, [&](std::string_view) {
    has_variable = true;
    return std::optional<std::string>();
  });
  if (has_variable || expansion.error || expansion.text.empty()) return;
  const auto platform = syntax::parse_platform(expansion.text);
  if (platform.error) return;
  // A stage that has the platform in its name says on purpose that it is for that one.
  if (stage.name.find(platform.os) != std::string::npos || stage.name.find(platform.architecture) != std::string::npos) return;
  report.at(on_first_line(context.analysis, entry, entry.place(flag->value_range)))
      .say("FROM --platform flag should not use constant value " + syntax::go_quote(expansion.text));
}

}  // namespace

extern const Rule from_platform_flag_const_disallowed;
const Rule from_platform_flag_const_disallowed = {
    .name = "from-platform-flag-const-disallowed",
    .aliases = {"buildkit/FromPlatformFlagConstDisallowed"},
    .level = Level::Warning,
    .scope = Scope::Stage,
    .fix = std::nullopt,
    .summary = "`FROM --platform` names one platform for good.",
    .why = "With a constant platform the file can be built for that one alone, and on another machine the stage runs slowly in emulation. Leave the flag out to "
           "build for the target, or use `--platform=$BUILDPLATFORM` for a stage that only makes files. A stage that is for one platform on purpose can say so "
           "in its name: `AS build-amd64`.",
    .check_stage = check,
};

}  // namespace slipway::lint
