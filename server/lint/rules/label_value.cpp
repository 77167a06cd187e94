// hadolint's DL3051 to DL3056 and DL3058. Values of labels have the format that the configuration asks for.

#include "lint/declared.h"
#include "lint/label_formats.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

std::string_view alias_of(LabelFormat format) {
  switch (format) {
    case LabelFormat::Text: return {};
    case LabelFormat::Url: return "hadolint/DL3052";
    case LabelFormat::Rfc3339: return "hadolint/DL3053";
    case LabelFormat::Spdx: return "hadolint/DL3054";
    case LabelFormat::Hash: return "hadolint/DL3055";
    case LabelFormat::Semver: return "hadolint/DL3056";
    case LabelFormat::Email: return "hadolint/DL3058";
  }
  return {};
}

void check_pair(const semantic::InstructionEntry& entry, const syntax::KeyValue& pair, const RequiredLabel& label, Report& report) {
  const auto value = pair.value ? without_quotes(pair.value->text) : std::string_view();
  if (value.find('$') != std::string_view::npos) return;
  const auto place = entry.place(pair.value ? pair.value->range : pair.key.range);
  if (value.empty()) report.at(place).say("The label '" + label.key + "' has no value.").alias("hadolint/DL3051");
  const auto complaint = format_complaint(label.format, value);
  if (!complaint.empty())
    report.at(place).say("The value of the label '" + label.key + "' is not " + std::string(complaint) + ".").alias(alias_of(label.format));
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (context.options.labels.empty() || entry.keyword() != syntax::Keyword::Label) return;
  for (const auto& pair : entry.syntax().pairs) {
    for (const auto& label : context.options.labels) {
      if (label.key == without_quotes(pair.key.text)) check_pair(entry, pair, label, report);
    }
  }
}

}  // namespace

extern const Rule label_value;
const Rule label_value = {
    .name = "label-value",
    .aliases = {},
    .finding_aliases = {"hadolint/DL3051", "hadolint/DL3052", "hadolint/DL3053", "hadolint/DL3054", "hadolint/DL3055", "hadolint/DL3056",
                        "hadolint/DL3058"},
    .level = Level::Warning,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Label},
    .fix = std::nullopt,
    .summary = "The value of a label has not the format that the configuration asks for.",
    .why =
        "Tools read labels: a link must be an address, a version one that can be compared. The configuration gives each label its format; "
        "without one the rule says nothing.",
    .peers = "A value with a variable is not judged: hadolint looks at it as it stands.",
    .check_instruction = check,
};

}  // namespace slipway::lint
