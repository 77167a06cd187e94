#include "features/code_actions.h"

#include <algorithm>
#include <charconv>

#include "lint/engine.h"
#include "refactor/multistage/convert.h"
#include "support/strings.h"

namespace slipway::features {

namespace {

using lint::Finding;
using lint::Fix;
using snapshot::DocumentSnapshot;
using text::Offset;
using text::TextEdit;
using text::TextRange;
using Edits = std::vector<TextEdit>;

constexpr std::string_view convert_key = "convert";
constexpr std::string_view fix_all_key = "fix-all";

std::vector<Finding> findings_of(const DocumentSnapshot& document) { return lint::run(document, {}, nullptr); }

// ---- keys: what resolve needs to find an action again ----

/// `fix:RULE:BEGIN:NUMBER`
std::string fix_key(const Finding& finding, std::size_t number) {
  return "fix:" + std::string(finding.rule->name) + ":" + std::to_string(finding.range.begin) + ":" + std::to_string(number);
}

/// `ignore:RULE:BEGIN`
std::string ignore_key(const Finding& finding) {
  return "ignore:" + std::string(finding.rule->name) + ":" + std::to_string(finding.range.begin);
}

/// `rule:RULE`
std::string rule_key(const Finding& finding) { return "rule:" + std::string(finding.rule->name); }

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// ---- edits ----

/// The fixes of many findings as one edit; those that overlap an earlier one are left for another time.
std::optional<Edits> all_fixes(const DocumentSnapshot& document, const std::vector<const Fix*>& fixes) {
  if (fixes.empty()) return {};
  const auto after = lint::apply_fixes(document.text(), fixes);
  if (after == document.text()) return {};
  return Edits{text::difference(document.text(), after)};
}

/// The first safe fix of each finding, of one rule or of all.
std::vector<const Fix*> safe_fixes(const std::vector<Finding>& findings, std::string_view rule) {
  std::vector<const Fix*> out;
  for (const auto& finding : findings) {
    if (!rule.empty() && finding.rule->name != rule) continue;
    const auto safe =
        std::find_if(finding.fixes.begin(), finding.fixes.end(), [](const Fix& fix) { return fix.safety == lint::Safety::Safe; });
    if (safe != finding.fixes.end()) out.push_back(&*safe);
  }
  return out;
}

/// An ignore comment above the instruction; joins one that is there already.
std::optional<Edits> ignore_edits(const DocumentSnapshot& document, std::string_view rule, Offset place) {
  const auto& analysis = *document.analysis;
  const auto id = analysis.instruction_at(place);
  if (!id) return {};
  const auto comments = analysis.comments_before(*id);
  constexpr std::string_view opening = "slipway ignore=";
  for (const auto comment : comments) {
    if (analysis.source.slice(comment).find(opening) == std::string_view::npos) continue;
    const auto end = comment.begin + static_cast<Offset>(trim(analysis.source.slice(comment)).size());
    return Edits{{{end, end}, "," + std::string(rule)}};
  }
  const auto begin = analysis.instruction(*id).range.begin;
  const auto line_begin = analysis.source.lines().line_start(analysis.source.lines().line_of(begin));
  const auto indent = analysis.source.slice({line_begin, begin});
  const auto comment = std::string(indent) + "# " + std::string(opening) + std::string(rule) + std::string(analysis.source.line_end());
  return Edits{{{line_begin, line_begin}, comment}};
}

std::optional<Edits> convert_edits(const DocumentSnapshot& document) {
  auto answer = refactor::multistage::convert(document, refactor::multistage::BaseChoice::Auto);
  auto* offer = std::get_if<refactor::multistage::Offer>(&answer);
  if (offer == nullptr) return {};
  return std::move(offer->edits);
}

// ---- the list ----

void add_fixes(const Finding& finding, std::vector<CodeAction>& actions) {
  const auto safe =
      std::count_if(finding.fixes.begin(), finding.fixes.end(), [](const Fix& fix) { return fix.safety == lint::Safety::Safe; });
  for (std::size_t i = 0; i < finding.fixes.size(); ++i) {
    const auto& fix = finding.fixes[i];
    actions.push_back({fix.title, ActionKind::QuickFix, fix.safety == lint::Safety::Safe && safe == 1, finding, fix_key(finding, i)});
  }
}

void add_ignore(const DocumentSnapshot& document, const Finding& finding, std::vector<CodeAction>& actions) {
  // The build fails whatever a comment says.
  if (finding.level == lint::Level::Error || !document.analysis->instruction_at(finding.range.begin)) return;
  const auto key = ignore_key(finding);
  if (std::any_of(actions.begin(), actions.end(), [&](const CodeAction& action) { return action.key == key; })) return;
  actions.push_back(
      {"Ignore " + std::string(lint::shown_name(finding)) + " for this instruction", ActionKind::QuickFix, false, finding, key});
}

/// For a rule that has fixes at other places too.
void add_fix_rule(const std::vector<Finding>& findings, const Finding& finding, std::vector<CodeAction>& actions) {
  const auto key = rule_key(finding);
  if (finding.fixes.empty() || safe_fixes(findings, finding.rule->name).size() < 2) return;
  if (std::any_of(actions.begin(), actions.end(), [&](const CodeAction& action) { return action.key == key; })) return;
  actions.push_back({"Fix all " + std::string(lint::shown_name(finding)) + " in this file", ActionKind::QuickFix, false, finding, key});
}

/// Offered at the FROM, where the stage is: the answer is computed in full there, so that nothing is offered in vain.
void add_convert(const DocumentSnapshot& document, TextRange range, std::vector<CodeAction>& actions) {
  const auto& model = document.model();
  if (model.stages.size() != 1) return;
  const auto from = document.analysis->instruction(model.stages.front().from).range;
  if (range.end < from.begin || range.begin > from.end) return;
  if (refactor::multistage::early_refusal(document) || !convert_edits(document)) return;
  actions.push_back({"Convert to a multi-stage build", ActionKind::Rewrite, false, {}, std::string(convert_key)});
}

std::optional<Edits> resolve_finding(const DocumentSnapshot& document, const std::vector<std::string_view>& parts) {
  const auto begin = parts.size() > 2 ? number_of(parts[2]) : std::nullopt;
  if (!begin) return {};
  if (parts[0] == "ignore") return ignore_edits(document, parts[1], static_cast<Offset>(*begin));
  const auto number = parts.size() > 3 ? number_of(parts[3]) : std::nullopt;
  if (parts[0] != "fix" || !number) return {};
  for (const auto& finding : findings_of(document)) {
    if (finding.rule->name == parts[1] && finding.range.begin == *begin && *number < finding.fixes.size())
      return finding.fixes[*number].edits;
  }
  return {};
}

}  // namespace

std::vector<CodeAction> code_actions(const DocumentSnapshot& document, TextRange range) {
  std::vector<CodeAction> actions;
  const auto findings = findings_of(document);
  std::vector<const Finding*> here;
  for (const auto& finding : findings) {
    if (finding.range.begin <= range.end && range.begin <= finding.range.end) here.push_back(&finding);
  }
  for (const auto* finding : here) add_fixes(*finding, actions);
  for (const auto* finding : here) add_fix_rule(findings, *finding, actions);
  for (const auto* finding : here) add_ignore(document, *finding, actions);
  add_convert(document, range, actions);
  if (!safe_fixes(findings, {}).empty())
    actions.push_back({"Fix all that is safe to fix in this file", ActionKind::FixAll, false, {}, std::string(fix_all_key)});
  return actions;
}

std::optional<Edits> resolve_action(const DocumentSnapshot& document, std::string_view key) {
  if (key == convert_key) return convert_edits(document);
  const auto parts = split(key, ':');
  if (key == fix_all_key || (parts.size() == 2 && parts[0] == "rule")) {
    const auto findings = findings_of(document);
    return all_fixes(document, safe_fixes(findings, key == fix_all_key ? std::string_view() : parts[1]));
  }
  return resolve_finding(document, parts);
}

}  // namespace slipway::features
