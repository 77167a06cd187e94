#include "text/line_index.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace slipway::text {

namespace {

/// Units that a character takes in a column count.
std::uint32_t units_of(Character c, Encoding encoding) {
  if (encoding == Encoding::Utf8) return c.bytes;
  return encoding == Encoding::Utf16 && c.code >= 0x10000 ? 2 : 1;
}

}  // namespace

LineIndex::LineIndex(std::string_view text, LineEnds ends) : size_(static_cast<Offset>(text.size())) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const bool carriage_returns = ends == LineEnds::Editor && text.find('\r') != std::string_view::npos;
  if (carriage_returns) {
    for (const char* at = begin; at != end; ++at) {
      const bool lone = *at == '\r' && (at + 1 == end || at[1] != '\n');
      if (*at == '\n' || lone) starts_.push_back(static_cast<Offset>(at + 1 - begin));
    }
    return;
  }
  for (const char* at = begin; at != end;) {
    at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
    if (at == nullptr) return;
    starts_.push_back(static_cast<Offset>(++at - begin));
  }
}

std::uint32_t LineIndex::line_of(Offset offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(after - starts_.begin()) - 1;
}

Offset LineIndex::line_start(std::uint32_t line) const { return line < starts_.size() ? starts_[line] : size_; }

TextRange LineIndex::line_range(std::string_view text, std::uint32_t line) const {
  const Offset begin = line_start(line);
  Offset end = line_start(line + 1);
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return {begin, end};
}

Position LineIndex::position(std::string_view text, Offset offset, Encoding encoding) const {
  offset = std::min(offset, size_);
  const auto line = line_of(offset);
  const auto begin = starts_[line];
  if (encoding == Encoding::Utf8) return {line, offset - begin};
  std::uint32_t column = 0;
  for (Offset at = begin; at < offset;) {
    const auto c = character_at(text, at);
    if (at + c.bytes > offset) break;  // inside a character: its first unit
    column += units_of(c, encoding);
    at += c.bytes;
  }
  return {line, column};
}

Offset LineIndex::offset(std::string_view text, Position position, Encoding encoding) const {
  if (position.line >= starts_.size()) return size_;
  const auto line = line_range(text, position.line);
  std::uint32_t column = 0;
  Offset at = line.begin;
  while (at < line.end) {
    const auto c = character_at(text, at);
    const auto next = column + units_of(c, encoding);
    if (next > position.character) break;
    column = next;
    at += c.bytes;
  }
  return at;
}

}  // namespace slipway::text
