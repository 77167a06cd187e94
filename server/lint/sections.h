#pragma once
// The parts that a file falls into at its FROMs; also of a fragment that has none, so that rules speak there too.

#include <vector>

#include "lint/rule.h"

namespace slipway::lint {

/// A stage's instructions behind its FROM, or what stands before the first FROM.
struct Section {
  const semantic::Stage* stage = nullptr;  ///< null before the first FROM
  semantic::InstructionId first;
  semantic::InstructionId end;  ///< one past the last
};

/// In order. The first one is there only when something stands before the first FROM.
[[nodiscard]] std::vector<Section> sections(const Context& context);

/// True when what a stage holds is in an image that somebody gets: the last stage, one that another stage stands on, or no stage at all (a
/// fragment of a file).
[[nodiscard]] bool is_shipped(const Context& context, const semantic::Stage* stage);

/// Calls `visit(id, entry)` for each instruction of a section.
template <class Visit>
void each_instruction(const Context& context, const Section& section, Visit visit) {
  for (auto id = section.first; id < section.end; ++id.value) visit(id, context.analysis.instruction(id));
}

}  // namespace slipway::lint
