#include "lint/by_itself.h"

#include <iterator>

#include "lint/registry.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

std::vector<Finding> look_at(const Context& context, semantic::InstructionId id) {
  const auto& entry = context.analysis.instruction(id);
  std::vector<Finding> found;
  for (const Rule* rule : rules()) {
    if (rule->scope != Scope::Instruction) continue;
    Report report(*rule, found);
    rule->check_instruction(context, id, report);
  }
  const auto back = text::Offset{0} - entry.range.begin;  // offsets wrap around
  for (auto& finding : found) finding = shifted(std::move(finding), back);
  if (const auto* run = run_facts(entry)) found.insert(found.end(), run->findings.begin(), run->findings.end());
  return found;
}

}  // namespace

const std::vector<Finding>& findings_by_itself(const Context& context, semantic::InstructionId id) {
  const auto* facts = context.analysis.instruction(id).facts;
  return facts->findings.get<std::vector<Finding>>([&] { return look_at(context, id); });
}

}  // namespace slipway::lint
