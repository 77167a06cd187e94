#pragma once
// Ids of the model's four flat lists and of the file's instructions.

#include "support/strong_id.h"

namespace slipway::semantic {

using InstructionId = Id<struct InstructionTag>;
using StageId = Id<struct StageTag>;
using VariableId = Id<struct VariableTag>;
using ReferenceId = Id<struct ReferenceTag>;

}  // namespace slipway::semantic
