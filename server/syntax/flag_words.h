#pragma once
// The flags between keyword and arguments (frontend/dockerfile/parser/split_command.go, extractBuilderFlags). Private to syntax/.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text_range.h"

namespace slipway::syntax {

/// A flag word; ranges count bytes of the joined line.
struct LineFlag {
  std::string text;                  ///< quotes and escapes removed, bytes above 0x7F as Latin-1, as BuildKit's reader leaves it
  std::vector<text::Offset> places;  ///< where each byte of `text` stands in the line
  text::TextRange range;
  std::optional<text::Offset> equals;  ///< place of the first `=` that is text
};

/// The flag words of a part of the line that holds nothing else, the closing `--` left out.
[[nodiscard]] std::vector<LineFlag> read_flags(std::string_view line, text::TextRange within, char escape);

}  // namespace slipway::syntax
