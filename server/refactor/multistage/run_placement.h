#pragma once
// Which side the commands of a RUN belong to; a RUN with both is kept in the builder and its run-time part written anew.

#include <string>
#include <vector>

#include "refactor/multistage/placement.h"

namespace slipway::refactor::multistage {

/// Places one RUN. `placed` holds the sides of COPY and ADD already.
void place_run(const Facts& facts, std::size_t step, Evidence& evidence, Placements& placed);

/// True when something that runs in the container uses a program or a package of that name.
[[nodiscard]] bool runs_program(const Facts& facts, const Evidence& evidence, std::string_view name);

/// The command's text on one line, continuations joined.
[[nodiscard]] std::string command_text(const Step& step, const CommandUse& use, const semantic::Analysis& analysis);

}  // namespace slipway::refactor::multistage
