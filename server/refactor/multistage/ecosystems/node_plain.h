#pragma once
// A Node project without a build: packages come from the builder, the sources straight into the final stage.

#include "refactor/multistage/ecosystems/node_project.h"

namespace slipway::refactor::multistage::node {

/// True when the builder can install without the sources, so that they need not pass through it.
[[nodiscard]] bool can_leave_sources(const Facts& facts, const Project& project);

/// Sends sources to the final stage and puts the manifests first in the builder.
void take_plain_project(const Facts& facts, const Project& project, Evidence& evidence);

/// Sends node_modules to the final stage, after the sources.
void take_plain_modules(const Facts& facts, const Project& project, Evidence& evidence);

}  // namespace slipway::refactor::multistage::node
