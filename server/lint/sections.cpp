#include "lint/sections.h"

#include <algorithm>

namespace slipway::lint {

using semantic::InstructionId;

std::vector<Section> sections(const Context& context) {
  std::vector<Section> out;
  const auto count = static_cast<std::uint32_t>(context.analysis.instructions.size());
  const auto& stages = context.model.stages;
  const auto head = stages.empty() ? count : stages.front().from.value;
  if (head > 0) out.push_back({nullptr, InstructionId{0}, InstructionId{head}});
  for (const auto& stage : stages) out.push_back({&stage, InstructionId{stage.from.value + 1}, stage.end});
  return out;
}

bool is_shipped(const Context& context, const semantic::Stage* stage) {
  if (stage == nullptr || stage == context.model.final_stage()) return true;
  const auto& stages = context.model.stages;
  return std::any_of(stages.begin(), stages.end(), [&](const semantic::Stage& other) { return other.base_stage == stage->id; });
}

}  // namespace slipway::lint
