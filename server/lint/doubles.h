#pragma once
// One thing said twice: BuildKit's checks and rules of other linters often mean the same. A finding gives way to one that covers it
// (`Rule::covered_by`), which takes over its aliases.

#include <vector>

#include "lint/rule.h"

namespace slipway::lint {

void join_doubles(const semantic::Analysis& analysis, std::vector<Finding>& findings);

}  // namespace slipway::lint
