#pragma once
// The model as text that people read and tests compare: one line a stage, variable, reference, edge.

#include <string>

#include "semantic/analysis.h"

namespace slipway::test {

/// `stage 0 builder @1 base golang:1.22 (image) needed` and so on; `@` is a 1-based line, with `:` a 1-based column in bytes.
[[nodiscard]] std::string render_model(const semantic::Analysis& analysis);

}  // namespace slipway::test
