#pragma once
// The parts of a document as JSON for `slipway inspect`. Lines are 1-based, ranges are bytes.

#include <nlohmann/json.hpp>

#include "snapshot/document_snapshot.h"

namespace slipway::cli {

using Json = nlohmann::ordered_json;
using Describe = Json (*)(const snapshot::DocumentSnapshot&);

[[nodiscard]] Json describe_stages(const snapshot::DocumentSnapshot& document);
[[nodiscard]] Json describe_variables(const snapshot::DocumentSnapshot& document);
[[nodiscard]] Json describe_references(const snapshot::DocumentSnapshot& document);
[[nodiscard]] Json describe_edges(const snapshot::DocumentSnapshot& document);

/// `[begin, end]` in bytes of the file.
[[nodiscard]] Json to_json(text::TextRange range);

}  // namespace slipway::cli
