#include "syntax/logical_line.h"

#include <algorithm>

#include "reading.h"

namespace slipway::syntax {

namespace {

/// A physical line without its line end (all `\r` and `\n` behind it are cut).
struct PhysicalLine {
  TextRange range;
  Offset next = 0;
};

PhysicalLine line_at(std::string_view text, Offset begin) {
  const auto newline = text.find('\n', begin);
  const auto next = static_cast<Offset>(newline == std::string_view::npos ? text.size() : newline + 1);
  Offset end = next;
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return {{begin, end}, next};
}

}  // namespace

LogicalLine::LogicalLine(std::string_view head, char escape) {
  Offset at = 0;
  const auto size = static_cast<Offset>(head.size());
  for (bool first = true, open = true; open && (first || at < size); first = false) {
    const auto line = line_at(head, at);
    const auto bytes = head.substr(line.range.begin, line.range.size());
    at = line.next;
    if (!first && df_is_comment_line(bytes.data(), bytes.size())) {
      comments_.push_back(line.range);
      continue;
    }
    if (!first && df_is_blank_line(bytes.data(), bytes.size())) {
      has_blank_line_ = true;
      continue;
    }
    std::size_t cut = bytes.size();
    open = df_continues(bytes.data(), bytes.size(), escape, &cut);
    pieces_.push_back({static_cast<Offset>(text_.size()), line.range.begin});
    text_ += bytes.substr(0, cut);
  }
}

Offset LogicalLine::to_source(Offset offset) const {
  if (pieces_.empty()) return offset;
  auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset, [](Offset at, const Piece& piece) { return at < piece.line; });
  if (after != pieces_.begin()) --after;
  return after->source + (offset - after->line);
}

TextRange LogicalLine::to_source(TextRange range) const {
  if (range.empty()) {
    // The end of the line lies behind its last byte, not behind a continuation that follows it.
    const auto place = range.begin > 0 && range.begin == text_.size() ? to_source(range.begin - 1) + 1 : to_source(range.begin);
    return {place, place};
  }
  return {to_source(range.begin), to_source(range.end - 1) + 1};
}

Offset LogicalLine::from_source(Offset offset) const {
  if (pieces_.empty()) return offset;
  auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset, [](Offset at, const Piece& piece) { return at < piece.source; });
  if (after != pieces_.begin()) --after;
  const auto next = after + 1 == pieces_.end() ? static_cast<Offset>(text_.size()) : (after + 1)->line;
  return std::min(after->line + (offset - after->source), next);
}

}  // namespace slipway::syntax
