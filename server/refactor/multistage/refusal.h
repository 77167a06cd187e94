#pragma once
// Reasons not to convert that need no knowledge of any ecosystem.

#include <optional>

#include "refactor/multistage/evidence.h"

namespace slipway::refactor::multistage {

/// What the text alone rules out: BuildKit refuses it, it has stages already, triggers, Windows.
[[nodiscard]] std::optional<Refusal> refuse_text(const semantic::Analysis& analysis);

/// What the commands rule out: a start that builds, a tool box, nothing to build, no known tool.
[[nodiscard]] std::optional<Refusal> refuse_commands(const Facts& facts);

/// A VOLUME over what the build makes.
[[nodiscard]] std::optional<Refusal> refuse_volumes(const Facts& facts, const Evidence& evidence);

}  // namespace slipway::refactor::multistage
