#pragma once
// Test sources with marks: `§` is a place, `§⟦…⟧` a range, `§(name)` a named place. Tests never spell positions.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/text_range.h"

namespace slipway::test {

struct MarkedText {
  std::string text;  ///< without marks
  std::vector<text::Offset> places;
  std::vector<text::TextRange> ranges;
  std::map<std::string, text::Offset, std::less<>> named;

  /// The only plain place; fails the test when there is not exactly one.
  [[nodiscard]] text::Offset place() const;
  /// The only range; fails the test when there is not exactly one.
  [[nodiscard]] text::TextRange range() const;
};

/// Takes the marks out; a stray mark (an open `§⟦`, a lone `⟧`) fails the test.
[[nodiscard]] MarkedText parse_marks(std::string_view source);

}  // namespace slipway::test
