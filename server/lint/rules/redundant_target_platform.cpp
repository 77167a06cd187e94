// BuildKit's RedundantTargetPlatform (dockerfile2llb/validations.go, reportRedundantTargetPlatform); the message is BuildKit's own.

#include <set>

#include "lint/build_walk.h"
#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

/// The platform is TARGETPLATFORM's value, and no other variable took part in it.
bool is_target_platform(const std::string& platform, char escape, const GlobalScope& globals) {
  std::set<std::string, std::less<>> used;
  const auto expansion = semantic::expand(platform, escape, [&](std::string_view name) {
    auto value = globals.variables.get(name);
    if (value) used.emplace(name);
    return value;
  });
  if (expansion.error || !expansion.undefined.empty() || used.size() != 1 || *used.begin() != "TARGETPLATFORM") return false;
  return expansion.text == globals.variables.get("TARGETPLATFORM");
}

void check(const Context& context, Report& report) {
  const auto globals = global_scope(context);
  for (const auto& stage : context.model.stages) {
    const auto& entry = context.analysis.instruction(stage.from);
    const auto* flag = entry.syntax().flag("platform");
    if (flag == nullptr || !flag->value || !is_target_platform(*flag->value, context.analysis.directives.escape, globals)) continue;
    const auto place = entry.place(flag->range);
    auto finding = report.at(on_first_line(context.analysis, entry, place));
    finding.say("Setting platform to predefined " + *flag->value + " in FROM is redundant as this is the default behavior").tag(Tag::Unnecessary);
    // With the blank behind it, so that one stays between the words around it.
    const auto source = context.analysis.source.bytes();
    const bool blank_follows = place.end < source.size() && (source[place.end] == ' ' || source[place.end] == '\t');
    if (blank_follows) finding.fix(replace({place.begin, place.end + 1}, "", "Remove the flag"));
  }
}

}  // namespace

extern const Rule redundant_target_platform;
const Rule redundant_target_platform = {
    .name = "redundant-target-platform",
    .aliases = {"buildkit/RedundantTargetPlatform"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Safe,
    .summary = "`--platform=$TARGETPLATFORM` says what holds anyway.",
    .why = "A stage is built for the target platform unless it says otherwise. The flag makes readers look for a reason that is not there.",
    .fix_note = "The flag is removed; the stage is built for the same platform as before.",
    .check_file = check,
};

}  // namespace slipway::lint
