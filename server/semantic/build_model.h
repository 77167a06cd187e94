#pragma once
// Makes the model from an analysis' instructions. Private to semantic/.

#include "semantic/analysis.h"

namespace slipway::semantic {

[[nodiscard]] Model build_model(const Analysis& analysis);

}  // namespace slipway::semantic
