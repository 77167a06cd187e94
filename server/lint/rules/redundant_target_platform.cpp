// BuildKit's RedundantTargetPlatform (dockerfile2llb/validations.go, reportRedundantTargetPlatform); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  const auto source = context.analysis.source.bytes();
  for (const auto& platform : context.analysis.build().platforms) {
    const auto& entry = context.analysis.instruction(platform.instruction);
    const auto* flag = entry.syntax().flag("platform");
    if (!platform.redundant || flag == nullptr || !flag->value) continue;
    const auto place = entry.place(flag->range);
    auto finding = report.at(on_first_line(context.analysis, entry, place));
    finding.say("Setting platform to predefined " + *flag->value + " in FROM is redundant as this is the default behavior")
        .tag(Tag::Unnecessary);
    // With the blank behind it, so that one stays between the words around it.
    const bool blank_follows = place.end < source.size() && (source[place.end] == ' ' || source[place.end] == '\t');
    if (blank_follows) finding.fix(replace({place.begin, place.end + 1}, "", "Remove the flag"));
  }
}

}  // namespace

extern const Rule redundant_target_platform;
const Rule redundant_target_platform = {
    .name = "redundant-target-platform",
    .aliases = {"buildkit/RedundantTargetPlatform", "hadolint/DL3065"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Safe,
    .summary = "`--platform=$TARGETPLATFORM` says what holds anyway.",
    .why = "A stage is built for the target platform unless it says otherwise. The flag makes readers look for a reason that is not there.",
    .fix_note = "The flag is removed; the stage is built for the same platform as before.",
    .check_file = check,
};

}  // namespace slipway::lint
