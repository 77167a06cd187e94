#pragma once
// What ARG and ENV said above an instruction, by name; also in a file that has no FROM yet.

#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace slipway::lint {

/// True when an ARG of that name stands above, in any stage.
[[nodiscard]] bool arg_above(const Context& context, semantic::InstructionId id, std::string_view name);

/// The values, without quotes, that ENV gave the name above in the stage and in the stages it stands on.
[[nodiscard]] std::vector<std::string> env_values_above(const Context& context, semantic::InstructionId id, std::string_view name);

/// True when the text has a variable that ARG or ENV sets above: then what it says is not known here.
[[nodiscard]] bool has_declared_variable(const Context& context, semantic::InstructionId id, TextRange in_instruction);

/// A text without the quotes at its ends.
[[nodiscard]] std::string_view without_quotes(std::string_view text);

/// Calls `visit(id)` for the instructions above `id` in its stage, nearest first, then for those of the stages it stands on, as long as it
/// returns true. In a file without FROM, everything above counts.
template <class Visit>
void walk_up(const Context& context, semantic::InstructionId id, Visit visit) {
  const auto* stage = context.model.stage_of(id);
  while (true) {
    const auto first = stage == nullptr ? 0 : stage->from.value;
    while (id.value > first) {
      --id.value;
      if (!visit(id)) return;
    }
    if (stage == nullptr || !stage->base_stage) return;
    stage = &context.model.stage(*stage->base_stage);
    id = stage->end;
  }
}

}  // namespace slipway::lint
