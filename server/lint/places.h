#pragma once
// Where findings begin. BuildKit reports an instruction by its first line, so a finding that stands for one of BuildKit's begins there.

#include "semantic/analysis.h"
#include "text/text_range.h"

namespace slipway::lint {

/// `range` (bytes of the file) when it begins on the first line of the instruction; else the keyword; else the instruction's first byte.
[[nodiscard]] text::TextRange on_first_line(const semantic::Analysis& analysis, const semantic::InstructionEntry& entry,
                                            text::TextRange range);

/// The keyword, or the instruction's first byte when a continuation stands before the keyword.
[[nodiscard]] text::TextRange keyword_place(const semantic::Analysis& analysis, const semantic::InstructionEntry& entry);

}  // namespace slipway::lint
