#pragma once
// What `make` runs, put behind it as commands of the same RUN.

#include "refactor/multistage/walk.h"
#include "refactor/workspace.h"

namespace slipway::refactor::multistage {

/// Adds the commands of readable Makefiles to the steps that call make.
void add_recipes(Walk& walk, const Workspace& workspace);

}  // namespace slipway::refactor::multistage
