#pragma once
// Edits of a text, in bytes.

#include <string>
#include <string_view>
#include <vector>

#include "text/text_range.h"

namespace slipway::text {

/// Replaces the bytes of `range` by `new_text`; an empty range inserts.
struct TextEdit {
  TextRange range;
  std::string new_text;
  bool operator==(const TextEdit&) const = default;
};

/// The text after edits that all speak of the text before them. They may come in any order and must not overlap;
/// one that overlaps an earlier one (by position) is left out. Insertions at one place keep their order.
[[nodiscard]] std::string apply_edits(std::string_view text, std::vector<TextEdit> edits);

/// The smallest single edit that turns `before` into `after`; cuts only at character borders of UTF-8.
[[nodiscard]] TextEdit difference(std::string_view before, std::string_view after);

}  // namespace slipway::text
