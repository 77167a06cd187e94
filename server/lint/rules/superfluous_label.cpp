// hadolint's DL3050. Labels that are not in the list.

#include <algorithm>

#include "lint/declared.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (context.options.other_labels == OtherLabels::Allowed || entry.keyword() != syntax::Keyword::Label) return;
  const auto& labels = context.options.labels;
  for (const auto& pair : entry.syntax().pairs) {
    const auto key = without_quotes(pair.key.text);
    if (std::any_of(labels.begin(), labels.end(), [&](const RequiredLabel& label) { return label.key == key; })) continue;
    report.at(entry.place(pair.key.range)).say("The label '" + std::string(key) + "' is not among those that the configuration allows.");
  }
}

}  // namespace

extern const Rule superfluous_label;
const Rule superfluous_label = {
    .name = "superfluous-label",
    .aliases = {"hadolint/DL3050"},
    .level = Level::Info,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Label},
    .fix = std::nullopt,
    .summary = "A label is not among those that the configuration allows.",
    .why = "Where labels are read by tools, a key that nobody knows is mostly a misspelled one. The configuration switches this on.",
    .check_instruction = check,
};

}  // namespace slipway::lint
