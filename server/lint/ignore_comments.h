#pragma once
// Comments that switch findings off: `# slipway ignore=RULE,…` above an instruction, `# slipway ignore-file=RULE,…` anywhere, and hadolint's
// `# hadolint ignore=…` and `# hadolint global ignore=…`. BuildKit's own `# check=` is in check_switches.h.

#include <vector>

#include "lint/rule.h"

namespace slipway::lint {

/// Takes out of `findings` what the file's comments silence. What BuildKit refuses to build stays: no comment makes it build. Comments for
/// hadolint leave BuildKit's own checks alone, as BuildKit does.
void apply_ignore_comments(const semantic::Analysis& analysis, std::vector<Finding>& findings);

}  // namespace slipway::lint
