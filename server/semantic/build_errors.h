#pragma once
// How a build of the file would fail (build_trace.h).

#include <vector>

#include "semantic/analysis.h"
#include "semantic/build_trace.h"

namespace slipway::semantic {

/// All errors in BuildKit's order; the first is the one it reports. None for a file that builds. The same as `analysis.build().errors`.
[[nodiscard]] const std::vector<BuildError>& build_errors(const Analysis& analysis);

}  // namespace slipway::semantic
