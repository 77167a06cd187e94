#pragma once
// Two texts compared line by line, for people: `convert --diff`, fixes in findings and goldens.

#include <string>
#include <string_view>
#include <vector>

namespace slipway::text {

enum class LineChange { Same, Removed, Added };

/// A line with its line end, and which of the two texts has it.
struct DiffLine {
  LineChange change = LineChange::Same;
  std::string_view text;  ///< points into the compared texts
};

/// A shortest list of lines that leads from `before` to `after`; a changed block lists what is removed first.
/// Blocks too large for that are replaced whole.
[[nodiscard]] std::vector<DiffLine> line_diff(std::string_view before, std::string_view after);

/// A run of changes with some unchanged lines around it. Line numbers are 1-based.
struct Hunk {
  std::size_t before_line = 1;
  std::size_t before_count = 0;
  std::size_t after_line = 1;
  std::size_t after_count = 0;
  std::vector<DiffLine> lines;
};

/// The changes in hunks, each with up to `context` unchanged lines before and behind.
[[nodiscard]] std::vector<Hunk> hunks(const std::vector<DiffLine>& lines, std::size_t context);

}  // namespace slipway::text
