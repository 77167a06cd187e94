#pragma once
// The comma-separated fields of `RUN --mount=` (frontend/dockerfile/instructions/commands_runmount.go). Private to syntax/.

#include "syntax/flag_words.h"
#include "syntax/instruction.h"

namespace slipway::syntax {

/// The options of a mount flag's value; `word` is the flag in the line.
[[nodiscard]] Mount read_mount(const Flag& flag, const LineFlag& word, const LogicalLine& line);

}  // namespace slipway::syntax
