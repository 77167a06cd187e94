// BuildKit's MaintainerDeprecated (frontend/dockerfile/instructions/parse.go); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

/// True when the stage names its authors another time: only one of them would be left.
bool names_authors_elsewhere(const Context& context, semantic::InstructionId id) {
  const auto* stage = context.model.stage_of(id);
  if (stage == nullptr) return false;
  for (auto other = stage->from; other < stage->end; ++other.value) {
    const auto& syntax = context.analysis.instruction(other).syntax();
    if (other != id && syntax.keyword == syntax::Keyword::Maintainer) return true;
    for (const auto& pair : syntax.pairs) {
      if (syntax.keyword == syntax::Keyword::Label && pair.key.text.find("org.opencontainers.image.authors") != std::string::npos)
        return true;
    }
  }
  return false;
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != syntax::Keyword::Maintainer) return;
  auto finding = report.at(keyword_place(context.analysis, entry));
  finding.say("Maintainer instruction is deprecated in favor of using label").tag(Tag::Deprecated);
  const auto name = entry.syntax().argument_text();
  if (names_authors_elsewhere(context, id)) return;
  if (name.empty() || name.find_first_of("\"\\$") != std::string_view::npos) return;
  const bool in_capitals = entry.syntax().written_keyword != to_lower(entry.syntax().written_keyword);
  const auto label = std::string(in_capitals ? "LABEL" : "label") + " org.opencontainers.image.authors=\"" + std::string(name) + "\"";
  const TextRange whole = {entry.place(entry.syntax().keyword_range).begin, entry.place(entry.syntax().arguments).end};
  finding.fix(replace(whole, label, "Change to a LABEL", Safety::Unsafe));
}

}  // namespace

extern const Rule maintainer_deprecated;
const Rule maintainer_deprecated = {
    .name = "maintainer-deprecated",
    .aliases = {"buildkit/MaintainerDeprecated", "hadolint/DL4000"},
    .level = Level::Warning,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Maintainer},
    .fix = Safety::Unsafe,
    .summary = "MAINTAINER is deprecated.",
    .why =
        "The author of an image is a label like any other fact about it: tools read `org.opencontainers.image.authors`, and hardly any "
        "reads MAINTAINER.",
    .fix_note =
        "The instruction becomes a LABEL with the same text. The image's author field stays empty then, which some old tool may look at.",
    .check_instruction = check,
};

}  // namespace slipway::lint
