#pragma once
// The model of a version from the model of an earlier one. An edit mostly changes words, not what is declared: then the lists keep
// their entries, and only what the edit touched is resolved anew. Private to semantic/.

#include <optional>

#include "semantic/analysis.h"

namespace slipway::semantic {

/// The model of `after`, equal to a fresh one; nothing if too much changed and building it anew is the shorter way. The model of
/// `kinship.base` is there already.
[[nodiscard]] std::optional<Model> patch_model(const Kinship& kinship, const Analysis& after);

}  // namespace slipway::semantic
