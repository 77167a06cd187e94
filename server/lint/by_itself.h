#pragma once
// What an instruction gives by itself, whatever stands around it: found once and remembered with its text, so that after an edit only the
// instructions that it touched are looked at again.

#include <vector>

#include "lint/rule.h"

namespace slipway::lint {

/// The findings of all rules of `Scope::Instruction`; of `Scope::Run` too for a RUN or one behind ONBUILD. Ranges count bytes from the
/// instruction's first byte.
[[nodiscard]] const std::vector<Finding>& findings_by_itself(const Context& context, semantic::InstructionId id);

}  // namespace slipway::lint
