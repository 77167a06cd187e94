#include "lint/doubles.h"

#include <algorithm>
#include <map>
#include <set>

namespace slipway::lint {

namespace {

bool covers(const Finding& finding, const Finding& other) {
  const auto& names = other.rule->covered_by;
  return std::find(names.begin(), names.end(), finding.rule->name) != names.end();
}

/// The names of rules whose findings could cover one of these.
std::set<std::string_view> covering_rules(const std::vector<Finding>& findings) {
  std::set<const Rule*> covered;
  for (const auto& finding : findings) {
    if (!finding.rule->covered_by.empty()) covered.insert(finding.rule);
  }
  std::set<std::string_view> out;
  for (const Rule* rule : covered) out.insert(rule->covered_by.begin(), rule->covered_by.end());
  return out;
}

/// The findings of each instruction that may cover others, and are not covered themselves.
std::multimap<std::uint32_t, Finding*> by_instruction(const semantic::Analysis& analysis, std::vector<Finding>& findings) {
  const auto covering = covering_rules(findings);
  std::multimap<std::uint32_t, Finding*> out;
  for (auto& finding : findings) {
    if (!finding.rule->covered_by.empty() || covering.count(finding.rule->name) == 0) continue;
    if (const auto at = analysis.instruction_at(finding.range.begin)) out.emplace(at->value, &finding);
  }
  return out;
}

void take_aliases(Finding& finding, const Finding& from) {
  for (const auto alias : aliases_of(from)) {
    const auto known = aliases_of(finding);
    if (std::find(known.begin(), known.end(), alias) == known.end()) finding.extra_aliases.push_back(alias);
  }
}

}  // namespace

void join_doubles(const semantic::Analysis& analysis, std::vector<Finding>& findings) {
  if (std::all_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.rule->covered_by.empty(); })) return;
  const auto others = by_instruction(analysis, findings);
  if (others.empty()) return;
  std::vector<bool> gone(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto& finding = findings[i];
    const auto at = finding.rule->covered_by.empty() ? std::nullopt : analysis.instruction_at(finding.range.begin);
    if (!at) continue;
    const auto [first, last] = others.equal_range(at->value);
    const auto found = std::find_if(first, last, [&](const auto& entry) { return covers(*entry.second, finding); });
    if (found == last) continue;
    take_aliases(*found->second, finding);
    gone[i] = true;
  }
  std::size_t at = 0;
  std::erase_if(findings, [&](const Finding&) { return gone[at++]; });
}

}  // namespace slipway::lint
