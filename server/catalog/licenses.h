#pragma once
// The identifiers of licences that SPDX gives out (spdx.org/licenses).

#include <string_view>

namespace slipway::catalog {

/// True for one identifier, letter by letter; expressions with AND and OR are none.
[[nodiscard]] bool is_license(std::string_view id);

}  // namespace slipway::catalog
