#pragma once
// An analysis as text, for comparing two of them: what is equal here is equal for every rule and feature.

#include <string>

#include "semantic/analysis.h"

namespace slipway::test {

/// Directives, comments, instructions with everything read from them, and the model's four lists; one fact a line.
[[nodiscard]] std::string analysis_text(const semantic::Analysis& analysis);

}  // namespace slipway::test
