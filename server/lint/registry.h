#pragma once
// THE table of rules.

#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace slipway::lint {

/// Every rule, in the order of their names.
[[nodiscard]] const std::vector<const Rule*>& rules();

/// Rules that a person means by a name: a rule's name, an alias with or without its origin ("DL3006"), an origin alone ("buildkit"),
/// or the name of a peer's rule (peers.h).
/// Empty when nothing has that name.
[[nodiscard]] std::vector<const Rule*> find_rules(std::string_view name);

/// Every name that `find_rules` knows but origins, for "did you mean".
[[nodiscard]] std::vector<std::string_view> rule_names();

}  // namespace slipway::lint
