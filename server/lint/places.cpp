#include "lint/places.h"

namespace slipway::lint {

text::TextRange on_first_line(const semantic::Analysis& analysis, const semantic::InstructionEntry& entry, text::TextRange range) {
  const auto& lines = analysis.source.lines();
  if (lines.line_of(range.begin) == lines.line_of(entry.range.begin)) return range;
  return keyword_place(analysis, entry);
}

text::TextRange keyword_place(const semantic::Analysis& analysis, const semantic::InstructionEntry& entry) {
  const auto keyword = entry.place(entry.syntax().keyword_range);
  const auto& lines = analysis.source.lines();
  if (lines.line_of(keyword.begin) == lines.line_of(entry.range.begin)) return keyword;
  return {entry.range.begin, entry.range.begin};
}

}  // namespace slipway::lint
