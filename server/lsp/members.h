#pragma once
// Gives a client's own object back with one member more: what resolve requests ask for.

#include <string>
#include <string_view>

namespace slipway::lsp {

/// The object with `name` set to `value`, everything else as it came. Both texts are JSON.
[[nodiscard]] std::string with_member(std::string_view object, std::string_view name, std::string_view value);

}  // namespace slipway::lsp
