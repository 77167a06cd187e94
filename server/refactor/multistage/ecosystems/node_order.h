#pragma once
// Manifests before sources in a Node builder.

#include "refactor/multistage/ecosystems/node_project.h"

namespace slipway::refactor::multistage::node {

/// The COPY that brings a project's package.json together with its sources before the install; the number of steps when the order is good.
[[nodiscard]] std::size_t early_sources(const Facts& facts, const Project& project);

/// True when an install needs files of the project besides its manifests.
[[nodiscard]] bool install_needs_sources(const Facts& facts, const Project& project);

/// Puts the manifests first, and the install behind them, unless they are.
void put_manifests_first(const Facts& facts, const Project& project, Evidence& evidence);

/// `COPY package.json … ./` as seen from a step.
[[nodiscard]] std::vector<std::string> manifest_lines(const Facts& facts, const Project& project, std::size_t step);

}  // namespace slipway::refactor::multistage::node
