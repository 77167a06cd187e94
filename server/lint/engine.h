#pragma once
// Runs the rules over a document.

#include <atomic>
#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace slipway::lint {

struct Selection {
  std::vector<const Rule*> only;  ///< empty: every rule that is on by default
  std::vector<const Rule*> skip;
  Options options = {};
};

/// The findings in order of their places, then of rule names. Stops early, with what it has, when `cancelled` becomes true (may be null).
[[nodiscard]] std::vector<Finding> run(const snapshot::DocumentSnapshot& document, const Selection& selection,
                                       const std::atomic<bool>* cancelled);

/// The text with these fixes applied; of fixes that overlap, the first by position is taken, the others are left for another round.
[[nodiscard]] std::string apply_fixes(std::string_view text, const std::vector<const Fix*>& fixes);

}  // namespace slipway::lint
