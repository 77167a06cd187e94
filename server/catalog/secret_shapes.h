#pragma once
// What secrets of well-known services look like.

#include <span>
#include <string_view>

namespace slipway::catalog {

/// A secret begins with `prefix`, which `length` characters follow: letters, digits, and those in `others`.
struct SecretShape {
  std::string_view prefix;
  std::size_t length = 0;  ///< at least so many
  std::string_view others;
  std::string_view what;  ///< "an access key of AWS"
};

[[nodiscard]] std::span<const SecretShape> secret_shapes();

}  // namespace slipway::catalog
