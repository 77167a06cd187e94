#pragma once
// The last check of an answer: it is read again as any file is.

#include <optional>
#include <string>

#include "semantic/analysis.h"

namespace slipway::refactor::multistage {

/// What is wrong with the converted text; nothing for a good one: it parses, loses no reference, and is multi-stage.
[[nodiscard]] std::optional<std::string> flaw_of(const semantic::Analysis& before, const std::string& after);

}  // namespace slipway::refactor::multistage
