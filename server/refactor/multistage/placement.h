#pragma once
// Which side each instruction of the single stage belongs to.

#include <map>
#include <string>
#include <vector>

#include "refactor/multistage/evidence.h"

namespace slipway::refactor::multistage {

struct Placements {
  std::vector<Placement> steps;                  ///< by step
  std::map<std::size_t, std::string> rewritten;  ///< what a step of both sides becomes in the final stage, where that is not its own text
  bool family_bound = false;                     ///< the final stage uses package names or tools of the builder's distribution
};

/// Completes `evidence` with packages that the final stage needs.
[[nodiscard]] Placements place_steps(const Facts& facts, Evidence& evidence);

/// Adds the name unless it is there.
void add_unique(std::vector<std::string>& list, const std::string& name);

}  // namespace slipway::refactor::multistage
