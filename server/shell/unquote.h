#pragma once
// A word of a script without its quotes. Private to shell/.

#include <string_view>
#include <vector>

#include "shell/script.h"

namespace slipway::shell {

/// Reads the word at `range` of `text`. `substitutions` are the ranges of `$(…)`, `` `…` `` and the like in it, in order; they and all
/// variables stay as written. The argument's range counts bytes of `text`.
[[nodiscard]] Argument unquote(std::string_view text, TextRange range, const std::vector<TextRange>& substitutions);

}  // namespace slipway::shell
