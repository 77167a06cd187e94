#pragma once
// Which stages wait for each other. As in BuildKit (dockerfile2llb/validations.go, validateCircularDependency) only COPY --from and mounts
// count: FROM can only name an earlier stage.

#include <cstddef>
#include <string>
#include <vector>

#include "semantic/model.h"

namespace slipway::lint {

class StageCycles {
 public:
  explicit StageCycles(const semantic::Model& model);

  /// True when the two stages need each other, directly or through other stages (or are one stage).
  [[nodiscard]] bool same_ring(semantic::StageId a, semantic::StageId b) const { return ring_[a.index()] == ring_[b.index()]; }
  /// The references that lead from the first possible stage of the file into a ring and around it, in order; empty when there is no ring.
  [[nodiscard]] const std::vector<const semantic::Reference*>& first_ring() const { return first_ring_; }

 private:
  struct Need {
    semantic::StageId stage;
    const semantic::Reference* reference = nullptr;
  };
  struct Walk;
  void walk_from(std::size_t stage, Walk& walk);

  std::vector<std::vector<Need>> needs_;  ///< by stage
  std::vector<std::size_t> ring_;         ///< by stage: equal numbers need each other
  std::vector<const semantic::Reference*> first_ring_;
};

/// The stage's name, or `stage-N` as BuildKit calls an unnamed one.
[[nodiscard]] std::string display_name(const semantic::Stage& stage);

}  // namespace slipway::lint
