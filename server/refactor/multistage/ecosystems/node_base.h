#pragma once
// The final base of a Node project, and the side of its environment variables.

#include <optional>

#include "refactor/multistage/ecosystems/node_start.h"

namespace slipway::refactor::multistage::node {

/// Sets base and user in the evidence; refuses when no base with the same Node can be named.
[[nodiscard]] std::optional<Refusal> choose_base(const Facts& facts, const NodeStart& start, Evidence& evidence);

/// For projects with a build, which may read any variable.
[[nodiscard]] Side build_environment_side(std::string_view name, std::string_view value);

/// For projects without one: only installs read the environment.
[[nodiscard]] Side plain_environment_side(std::string_view name, std::string_view value);

}  // namespace slipway::refactor::multistage::node
