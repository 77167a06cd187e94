#include "lint/engine.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "lint/check_switches.h"
#include "lint/doubles.h"
#include "lint/ignore_comments.h"
#include "lint/registry.h"
#include "lint/runs.h"

namespace slipway::lint {

extern const Rule buildkit_error;  // rules/buildkit_error.cpp

namespace {

/// Whether somebody still waits for the answer; asked often, so it costs one load.
class Cancellation {
 public:
  explicit Cancellation(const std::atomic<bool>* flag) : flag_(flag) {}
  [[nodiscard]] bool requested() const { return flag_ != nullptr && flag_->load(std::memory_order_relaxed); }

 private:
  const std::atomic<bool>* flag_;
};

bool among(const std::vector<const Rule*>& rules, const Rule* rule) { return std::find(rules.begin(), rules.end(), rule) != rules.end(); }

bool selected(const Rule& rule, const Selection& selection) {
  if (among(selection.skip, &rule)) return false;
  if (!selection.only.empty()) return among(selection.only, &rule);
  return rule.enabled == Default::On;
}

void run_rule(const Rule& rule, const Context& context, const Cancellation& cancellation, std::vector<Finding>& findings) {
  Report report(rule, findings);
  switch (rule.scope) {
    case Scope::Run: return;  // all of them together, below
    case Scope::File: rule.check_file(context, report); return;
    case Scope::Stage:
      for (const auto& stage : context.model.stages) {
        if (cancellation.requested()) return;
        rule.check_stage(context, stage, report);
      }
      return;
    case Scope::Instruction:
      for (std::uint32_t i = 0; i < context.analysis.instructions.size(); ++i) {
        if (i % 1024 == 0 && cancellation.requested()) return;
        rule.check_instruction(context, semantic::InstructionId{i}, report);
      }
      return;
  }
}

/// What the rules of `Scope::Run` remember of each RUN.
void run_rules_of_runs(const Context& context, const Selection& selection, const Cancellation& cancellation,
                       std::vector<Finding>& findings) {
  std::set<const Rule*> wanted;
  for (const Rule* rule : rules()) {
    if (rule->scope == Scope::Run && selected(*rule, selection)) wanted.insert(rule);
  }
  if (wanted.empty()) return;
  for (const auto& entry : context.analysis.instructions) {
    const auto keyword = entry.keyword();
    if (keyword != syntax::Keyword::Run && keyword != syntax::Keyword::Onbuild) continue;
    if (cancellation.requested()) return;
    const auto* facts = run_facts(entry);
    if (facts == nullptr) continue;
    for (const auto& finding : facts->findings) {
      if (wanted.count(finding.rule) != 0) findings.push_back(shifted(finding, entry.range.begin));
    }
  }
}

/// True when a range overlaps or touches one of `places`: what is deleted up to a place and what is put there belong to different plans.
bool meets(const std::map<text::Offset, text::Offset>& places, TextRange range) {
  const auto after = places.lower_bound(range.begin);
  if (after != places.end() && (after->first == range.begin || after->first <= range.end)) return true;
  return after != places.begin() && std::prev(after)->second >= range.begin;
}

}  // namespace

std::vector<Finding> run(const snapshot::DocumentSnapshot& document, const Selection& selection, const std::atomic<bool>* cancelled) {
  const Cancellation cancellation(cancelled);
  const Context context{document, *document.analysis, document.model(), selection.options};
  std::vector<Finding> findings;
  for (const Rule* rule : rules()) {
    if (cancellation.requested()) break;
    if (selected(*rule, selection)) run_rule(*rule, context, cancellation, findings);
  }
  run_rules_of_runs(context, selection, cancellation, findings);
  apply_check_switches(context.analysis, selected(buildkit_error, selection) ? &buildkit_error : nullptr, findings);
  apply_ignore_comments(context.analysis, findings);
  join_doubles(context.analysis, findings);
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return std::tie(a.range, a.rule->name) < std::tie(b.range, b.rule->name); });
  return findings;
}

std::string apply_fixes(std::string_view text, const std::vector<const Fix*>& fixes) {
  auto ordered = fixes;
  const auto first_place = [](const Fix* fix) {
    text::Offset place = ~text::Offset{0};
    for (const auto& edit : fix->edits) place = std::min(place, edit.range.begin);
    return place;
  };
  std::stable_sort(ordered.begin(), ordered.end(), [&](const Fix* a, const Fix* b) { return first_place(a) < first_place(b); });

  // A fix is taken whole or not at all: half of one would be a change that nobody proposed.
  std::vector<text::TextEdit> taken;
  std::map<text::Offset, text::Offset> places;  // begin → end of the edits taken
  for (const Fix* fix : ordered) {
    const bool collides =
        std::any_of(fix->edits.begin(), fix->edits.end(), [&](const text::TextEdit& edit) { return meets(places, edit.range); });
    if (collides) continue;
    for (const auto& edit : fix->edits) places.emplace(edit.range.begin, edit.range.end);
    taken.insert(taken.end(), fix->edits.begin(), fix->edits.end());
  }
  return text::apply_edits(text, std::move(taken));
}

}  // namespace slipway::lint
