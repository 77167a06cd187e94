#pragma once
// The parts of reading one instruction; read_instruction.cpp puts them together. Private to syntax/.

#include <string_view>
#include <vector>

#include "syntax/instruction.h"
#include "syntax/words.h"

namespace slipway::syntax {

/// Fills heredocs from the words `<<NAME` of the line and the places of the bodies that the tree found.
void read_heredocs(Instruction& instruction, std::string_view bytes, const std::vector<HeredocPlace>& places, char escape);

/// Fills `variables` from everything that BuildKit or a shell expands.
void read_variable_uses(Instruction& instruction, std::string_view bytes, char escape);

/// A word of the joined line as one of the instruction.
[[nodiscard]] inline Word to_word(const LogicalLine& line, LineWord word) { return {std::move(word.text), line.to_source(word.range)}; }

}  // namespace slipway::syntax
