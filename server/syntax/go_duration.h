#pragma once
// Durations as Go's time.ParseDuration reads them: `1m30s`, `500ms`, `-1.5h`.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace slipway::syntax {

/// Nanoseconds, or Go's sentence about what is wrong.
struct GoDuration {
  std::int64_t nanoseconds = 0;
  std::optional<std::string> error;
};

[[nodiscard]] GoDuration parse_go_duration(std::string_view text);

}  // namespace slipway::syntax
