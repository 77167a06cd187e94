#pragma once
// What goes to the terminal: colours, complaints, exit codes.

#include <string>
#include <string_view>
#include <vector>

#include "lint/excerpt.h"

namespace slipway::cli {

enum ExitCode : int { Clean = 0, Found = 1, Failed = 2 };

enum class ColorChoice { Auto, Always, Never };

/// The colours for standard output, or none: Auto colours a terminal unless NO_COLOR is set (no-color.org) or TERM is "dumb".
[[nodiscard]] const lint::Palette& palette(ColorChoice choice);

/// Prints "slipway: SENTENCE" to standard error and returns `Failed`.
int complain(std::string_view sentence);

/// " Did you mean 'x'?" for the candidate nearest to `word`, else empty.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

/// Writes bytes to standard output as they are.
void print(std::string_view bytes);

}  // namespace slipway::cli
