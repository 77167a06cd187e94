#pragma once
// Releases that get no more security updates. Dates are those of the projects (endoflife.date gathers them).

#include <string_view>

namespace slipway::catalog {

struct EndOfLife {
  std::string_view image;     ///< familiar name
  std::string_view versions;  ///< how tags of these releases begin, between blanks; empty: every tag
  std::string_view date;      ///< of the last update, or of the youngest of them: "2024-06-30"
  std::string_view instead;   ///< what takes its place, when that is another image; else empty
};

/// The row for a tag: `10-slim` begins with 10, `100` does not. Null for releases that are cared for, or not known.
[[nodiscard]] const EndOfLife* find_end_of_life(std::string_view familiar_name, std::string_view tag);

}  // namespace slipway::catalog
