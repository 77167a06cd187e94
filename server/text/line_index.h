#pragma once
// Where lines begin, and places as editors count them. The only code that knows UTF-16.

#include <string_view>
#include <vector>

#include "text/text_range.h"

namespace slipway::text {

/// What a column counts; negotiated once with a client (LSP 3.17, "positionEncodings").
enum class Encoding { Utf8, Utf16, Utf32 };

/// Which bytes end a line: `\n` alone, as BuildKit counts lines; or also `\r\n` and a lone `\r`, as LSP does.
enum class LineEnds { Newline, Editor };

/// A place as an editor names it: 0-based line, 0-based column in units of an Encoding.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  auto operator<=>(const Position&) const = default;
};

/// Line starts of one text. Does not keep the text: the callers pass the same one again.
class LineIndex {
 public:
  LineIndex() = default;
  LineIndex(std::string_view text, LineEnds ends);

  /// Number of lines; a text that ends with a line end has an empty last line.
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// 0-based line that holds the offset.
  [[nodiscard]] std::uint32_t line_of(Offset offset) const;
  /// First byte of a 0-based line; the text's size for a line past the end.
  [[nodiscard]] Offset line_start(std::uint32_t line) const;
  /// The line without its line end.
  [[nodiscard]] TextRange line_range(std::string_view text, std::uint32_t line) const;

  [[nodiscard]] Position position(std::string_view text, Offset offset, Encoding encoding) const;
  /// Columns past the end of the line, and lines past the end of the text, are clamped (LSP 3.17, "Position").
  [[nodiscard]] Offset offset(std::string_view text, Position position, Encoding encoding) const;

 private:
  std::vector<Offset> starts_{0};
  Offset size_ = 0;
};

}  // namespace slipway::text
