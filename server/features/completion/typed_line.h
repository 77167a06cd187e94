#pragma once
// The instruction around a cursor as one line, with what the tree leaves out while one is typing: blanks at its end, a blank line
// behind a continuation. Joined as BuildKit's parser joins lines (frontend/dockerfile/parser/parser.go).

#include <optional>
#include <string>
#include <string_view>

#include "text/text_range.h"

namespace slipway::features {

struct TypedLine {
  /// Whether the cursor stands in a comment between continued lines.
  enum class Place { Text, Comment };

  std::string text;            ///< the joined line
  std::size_t cursor = 0;      ///< the cursor's place in `text`
  std::size_t line_begin = 0;  ///< the part of `text` that is on the cursor's own line …
  std::size_t line_end = 0;    ///< … ends here
  text::Offset source = 0;     ///< the cursor's place in the file
  Place place = Place::Text;

  /// The file's range of a part of `text`, cut to the cursor's own line.
  [[nodiscard]] text::TextRange source_range(std::size_t begin, std::size_t end) const;
};

/// The line of the instruction that begins at `begin`; nothing when that instruction ends before the cursor's line.
[[nodiscard]] std::optional<TypedLine> typed_line(std::string_view text, text::Offset begin, text::Offset cursor, char escape);

}  // namespace slipway::features
