#pragma once
// Formats of label values.

#include <string_view>

#include "lint/options.h"

namespace slipway::lint {

/// What a value is not: "an address (URL)"; empty when it has the format.
[[nodiscard]] std::string_view format_complaint(LabelFormat format, std::string_view value);

}  // namespace slipway::lint
