// BuildKit's experimental InvalidDefinitionDescription (frontend/dockerfile/instructions/parse.go, validateDefinitionDescription); the message
// is BuildKit's own. Silent unless the file asks for it with `# check=experimental=…`.

#include <algorithm>

#include "lint/check_switches.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

/// What the comment should begin with: a stage's name, or one of the names that an ARG declares.
std::vector<std::string> defined_names(const syntax::Instruction& instruction) {
  std::vector<std::string> names;
  if (instruction.keyword == Keyword::From && instruction.from && instruction.from->name)
    names.push_back(to_lower(instruction.from->name->text));
  if (instruction.keyword != Keyword::Arg) return names;
  for (const auto& pair : instruction.pairs) names.push_back(pair.key.text);
  return names;
}

void check(const Context& context, Report& report) {
  const auto& analysis = context.analysis;
  if (analysis.source.bytes().find("experimental") == std::string_view::npos) return;
  const CheckSwitches switches(analysis);
  for (semantic::InstructionId id; id.index() < analysis.instructions.size(); ++id.value) {
    const auto& entry = analysis.instruction(id);
    if (entry.keyword() != Keyword::From && entry.keyword() != Keyword::Arg) continue;
    const auto names = defined_names(entry.syntax());
    const auto comments = names.empty() ? std::vector<std::string_view>() : collected_comments(analysis, id);
    if (comments.empty() || !switches.enables("InvalidDefinitionDescription", id)) continue;
    const auto first_word = comments.back().substr(0, comments.back().find(' '));
    if (std::find(names.begin(), names.end(), first_word) != names.end()) continue;
    const auto keyword = std::string(syntax::spelling(entry.keyword()));
    report.at(keyword_place(analysis, entry))
        .say("Comment for " + keyword + " should follow the format: `# " + (names.size() > 1 ? "<arg_key>" : names.front()) +
             " <description>`");
  }
}

}  // namespace

extern const Rule invalid_definition_description;
const Rule invalid_definition_description = {
    .name = "invalid-definition-description",
    .aliases = {"buildkit/InvalidDefinitionDescription"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "The comment above a stage or ARG does not begin with its name.",
    .why =
        "`docker build --call=outline` shows the comment above an ARG or a named stage as its description, if the comment begins with the "
        "name. The check is an "
        "experiment of BuildKit: a file asks for it with `# check=experimental=InvalidDefinitionDescription`.",
    .check_file = check,
};

}  // namespace slipway::lint
