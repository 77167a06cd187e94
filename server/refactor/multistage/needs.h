#pragma once
// What the final stage must be given besides the artifacts: packages with programs that run, certificates, a user.

#include <string>
#include <vector>

#include "refactor/multistage/final_base.h"

namespace slipway::refactor::multistage {

/// Adds to `evidence.packages` what brings the programs, certificates and time zones that the base lacks. Notes what cannot be told.
void add_missing_packages(const Facts& facts, const FinalBase& base, const Placements& placed, Evidence& evidence);

/// Adds artifacts for scripts and downloaded programs that the container starts and that stay in the builder otherwise.
void add_started_files(const Facts& facts, const Placements& placed, Evidence& evidence);

/// How the final stage gets a user without rights.
struct UserPlan {
  std::string create;  ///< a line of shell; empty: nothing to create
  std::string name;    ///< for USER; empty: no line is written
};

[[nodiscard]] UserPlan plan_user(const Facts& facts, const FinalBase& base, Evidence& evidence);

}  // namespace slipway::refactor::multistage
