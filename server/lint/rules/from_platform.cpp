// hadolint's DL3029. BuildKit's FromPlatformFlagConstDisallowed covers constants.

#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != syntax::Keyword::From) return;
  const auto* platform = entry.syntax().flag("platform");
  if (platform == nullptr || !platform->value || platform->value->empty()) return;
  for (const std::string_view automatic : {"BUILDPLATFORM", "TARGETPLATFORM"}) {
    if (platform->value->find(automatic) != std::string::npos) return;
  }
  report.at(on_first_line(context.analysis, entry, entry.place(platform->range)))
      .say(
          "The platform of this stage does not follow `docker build --platform`. Use $BUILDPLATFORM for stages that run on the building "
          "machine, and no flag for the others.");
}

}  // namespace

extern const Rule from_platform;
const Rule from_platform = {
    .name = "from-platform",
    .aliases = {"hadolint/DL3029"},
    .level = Level::Hint,
    .scope = Scope::Instruction,
    .fix = std::nullopt,
    .summary = "FROM names a platform of its own.",
    .why = "An image for several platforms is built by saying so to the build. A platform in the file makes one of them wrong.",
    .peers = "A hint here; where BuildKit reports FromPlatformFlagConstDisallowed, that finding carries this number.",
    .covered_by = {"from-platform-flag-const-disallowed", "buildkit-error"},
    .check_instruction = check,
};

}  // namespace slipway::lint
