#pragma once
// From ranges of a script's text to ranges of the instruction that holds it. Private to shell/.

#include <optional>

#include "syntax/logical_line.h"
#include "text/text_range.h"

namespace slipway::shell {

using text::Offset;
using text::TextRange;

class Places {
 public:
  /// A text that stands in the instruction as it is, from `begin` on.
  [[nodiscard]] static Places from(Offset begin);
  /// A part of a joined line, from `begin` of the line on. The line must outlive this.
  [[nodiscard]] static Places in_line(const syntax::LogicalLine& line, Offset begin);
  /// A text whose bytes cannot be told apart in the source (escapes were resolved): all of it stands at `range`.
  [[nodiscard]] static Places at(TextRange range);

  [[nodiscard]] TextRange operator()(TextRange range) const;
  /// False when the text's bytes cannot be told apart in the source.
  [[nodiscard]] bool exact() const { return !fixed_; }
  /// The places of the part of the text that begins at `offset`.
  [[nodiscard]] Places behind(Offset offset) const;

 private:
  const syntax::LogicalLine* line_ = nullptr;
  Offset begin_ = 0;
  std::optional<TextRange> fixed_;
};

}  // namespace slipway::shell
