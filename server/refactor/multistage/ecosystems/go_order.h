#pragma once
// Modules before sources: `COPY go.mod go.sum`, `go mod download`, then the rest.

#include "refactor/multistage/ecosystems/go_outputs.h"

namespace slipway::refactor::multistage::go {

/// Adds what puts the module's manifests first, unless they are, or the build does not work that way.
void put_manifests_first(const Facts& facts, const Module& module, Evidence& evidence);

}  // namespace slipway::refactor::multistage::go
