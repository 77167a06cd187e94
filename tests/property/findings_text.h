#pragma once
// What all rules find, as text that two runs can be compared by.

#include <string>

#include "semantic/analysis.h"

namespace slipway::test {

/// A line or more a finding, with everything that it holds; of the rules that are off by default too.
[[nodiscard]] std::string findings_text(const semantic::AnalysisPtr& analysis);

}  // namespace slipway::test
