#pragma once
// An instruction's head as one line: continuations joined, comments and blank lines inside them dropped, as BuildKit's
// parser joins them (frontend/dockerfile/parser/parser.go), with the way back from each byte to the file.

#include <string>
#include <string_view>
#include <vector>

#include "text/text_range.h"

namespace slipway::syntax {

using text::Offset;
using text::TextRange;

/// A joined line. Offsets of "the line" count bytes of `text`; offsets of "the source" count bytes from the instruction's first byte.
class LogicalLine {
 public:
  LogicalLine() = default;
  /// Joins the physical lines of `head`, an instruction's bytes without its heredoc bodies.
  LogicalLine(std::string_view head, char escape);

  [[nodiscard]] std::string_view text() const { return text_; }
  /// The source place of the byte at `offset` of the line; the end of the line maps behind its last byte.
  [[nodiscard]] Offset to_source(Offset offset) const;
  /// The source range from the first to behind the last byte of a range of the line.
  [[nodiscard]] TextRange to_source(TextRange range) const;
  /// The line place of a source place; a place inside a continuation or comment maps to the byte that follows it.
  [[nodiscard]] Offset from_source(Offset offset) const;
  /// True when a white-space-only line stands inside a continuation (BuildKit's NoEmptyContinuation).
  [[nodiscard]] bool has_blank_line() const { return has_blank_line_; }
  /// Comments between the continued lines, as source ranges without line ends.
  [[nodiscard]] const std::vector<TextRange>& comments() const { return comments_; }

 private:
  struct Piece {
    Offset line = 0;    ///< where the piece begins in `text_`
    Offset source = 0;  ///< where it begins in the source
  };
  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<TextRange> comments_;
  bool has_blank_line_ = false;
};

}  // namespace slipway::syntax
