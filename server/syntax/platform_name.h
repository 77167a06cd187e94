#pragma once
// `linux/arm64/v8` and its short forms (containerd/platforms, Parse).

#include <optional>
#include <string>
#include <string_view>

namespace slipway::syntax {

/// A platform with its parts in the names that BuildKit uses.
struct PlatformName {
  std::string os;
  std::string architecture;
  std::string variant;
  std::optional<std::string> error;  ///< containerd's sentence; the parts are then empty
};

/// What one part leaves open is linux or amd64.
[[nodiscard]] PlatformName parse_platform(std::string_view text);

}  // namespace slipway::syntax
