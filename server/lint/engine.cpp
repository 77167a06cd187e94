#include "lint/engine.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_set>

#include "lint/by_itself.h"
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
  if (rule.scope == Scope::File) return rule.check_file(context, report);
  if (rule.scope != Scope::Stage) return;  // those of instructions all together, below
  for (const auto& stage : context.model.stages) {
    if (cancellation.requested()) return;
    rule.check_stage(context, stage, report);
  }
}

/// The rules that speak about instructions.
class InstructionRules {
 public:
  explicit InstructionRules(const Selection& selection) {
    for (const Rule* rule : rules()) {
      if (!selected(*rule, selection)) continue;
      if (rule->scope == Scope::Run || rule->scope == Scope::Instruction) by_itself_.insert(rule);
      if (rule->scope != Scope::Place) continue;
      for (std::size_t keyword = 0; keyword < in_place_.size(); ++keyword) {
        const bool asked = rule->keywords.empty() ||
                           std::find(rule->keywords.begin(), rule->keywords.end(), syntax::Keyword(keyword)) != rule->keywords.end();
        if (asked) in_place_[keyword].push_back(rule);
      }
    }
  }

  void run(const Context& context, semantic::InstructionId id, std::vector<Finding>& findings) const {
    const auto& entry = context.analysis.instruction(id);
    if (!by_itself_.empty()) {
      for (const auto& finding : findings_by_itself(context, id)) {
        if (by_itself_.count(finding.rule) != 0) findings.push_back(shifted(finding, entry.range.begin));
      }
    }
    for (const Rule* rule : in_place_[static_cast<std::size_t>(entry.keyword())]) {
      Report report(*rule, findings);
      rule->check_instruction(context, id, report);
    }
  }

 private:
  std::unordered_set<const Rule*> by_itself_;
  std::array<std::vector<const Rule*>, static_cast<std::size_t>(syntax::Keyword::Workdir) + 1> in_place_;
};

/// In order of their places, then of rule names. Findings are large, so their numbers are sorted.
std::vector<Finding> sorted(std::vector<Finding> findings) {
  std::vector<std::uint32_t> order(findings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
    const auto& a = findings[left];
    const auto& b = findings[right];
    return std::tie(a.range, a.rule->name) < std::tie(b.range, b.rule->name);
  });
  std::vector<Finding> out;
  out.reserve(findings.size());
  for (const auto at : order) out.push_back(std::move(findings[at]));
  return out;
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
  const InstructionRules instruction_rules(selection);
  for (std::uint32_t i = 0; i < context.analysis.instructions.size(); ++i) {
    if (i % 1024 == 0 && cancellation.requested()) break;
    instruction_rules.run(context, semantic::InstructionId{i}, findings);
  }
  join_doubles(context.analysis, findings);  // first, so that what is switched off does not come back under another name
  apply_check_switches(context.analysis, selected(buildkit_error, selection) ? &buildkit_error : nullptr, findings);
  apply_ignore_comments(context.analysis, findings);
  return sorted(std::move(findings));
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
