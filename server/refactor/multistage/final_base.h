#pragma once
// The base of the final stage.

#include <string>

#include "refactor/multistage/evidence.h"
#include "refactor/multistage/placement.h"

namespace slipway::refactor::multistage {

struct FinalBase {
  std::string image;  ///< as to be written
  catalog::Family family = catalog::Family::Unknown;
  std::string release;
  bool has_certificates = false;
  bool has_time_zones = false;
  bool runs_commands = true;     ///< it has a shell, so RUN works
  std::string user;              ///< a user without rights that it brings
  bool user_is_default = false;  ///< and that it runs as by itself
  std::string why;
};

/// Chooses the base that has what the evidence asks for. Notes what was assumed.
[[nodiscard]] FinalBase choose_base(const Facts& facts, Evidence& evidence, const Placements& placed, BaseChoice choice);

}  // namespace slipway::refactor::multistage
