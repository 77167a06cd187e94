#pragma once
// Rules of other linters that have no number of their own here: which of ours says the same, or why none does. Those of BuildKit and
// hadolint are aliases of rules (`Rule::aliases`).

#include <span>
#include <string_view>

namespace slipway::lint {

struct PeerRule {
  std::string_view name;  ///< "tally/max-lines", "dockerfile-utils/45"
  std::string_view ours;  ///< the rule that says the same; empty when none does
  std::string_view note;  ///< why there is none, or what is different
};

[[nodiscard]] std::span<const PeerRule> peer_rules();

}  // namespace slipway::lint
