#include "features/completion/typed_line.h"

#include <algorithm>

#include "support/strings.h"

namespace slipway::features {

namespace {

using text::Offset;
using text::TextRange;

/// A physical line without its line end.
std::string_view line_at(std::string_view text, std::size_t begin) {
  auto line = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// Where the continuation mark stands; npos when the line does not go on. Two marks in a row are none.
std::size_t continuation_mark(std::string_view line, char escape) {
  auto end = line.size();
  while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) --end;
  if (end == 0 || line[end - 1] != escape) return std::string_view::npos;
  if (end > 1 && line[end - 2] == escape) return std::string_view::npos;
  return end - 1;
}

bool is_comment(std::string_view line) {
  const auto rest = trim(line);
  return !rest.empty() && rest.front() == '#';
}

/// Joins the lines one after the other; remembers where the cursor came to stand.
class Joiner {
 public:
  Joiner(Offset cursor, char escape) : escape_(escape) { out_.source = cursor; }

  /// Takes a line; false when the instruction ends with it.
  bool take(std::string_view line, std::size_t begin, std::size_t next) {
    const bool here = begin <= out_.source && (out_.source < next || next == begin + line.size());
    if (begin != first_ && is_comment(line)) {
      if (here) mark(out_.text.size(), out_.text.size(), TypedLine::Place::Comment);
      return true;
    }
    const bool blank = trim(line).empty();
    if (blank && !here && begin != first_) return true;
    const auto stop = continuation_mark(line, escape_);
    const auto before = out_.text.size();
    out_.text += line.substr(0, stop);
    if (here) {
      mark(before, out_.text.size(), TypedLine::Place::Text);
      out_.cursor = std::min(before + (out_.source - begin), out_.text.size());
    }
    return stop != std::string_view::npos || (blank && begin != first_);
  }

  void set_first(std::size_t first) { first_ = first; }
  [[nodiscard]] bool found() const { return found_; }
  [[nodiscard]] TypedLine result() { return std::move(out_); }

 private:
  void mark(std::size_t begin, std::size_t end, TypedLine::Place place) {
    found_ = true;
    out_.line_begin = out_.cursor = begin;
    out_.line_end = end;
    out_.place = place;
  }

  TypedLine out_;
  std::size_t first_ = 0;
  char escape_;
  bool found_ = false;
};

}  // namespace

TextRange TypedLine::source_range(std::size_t begin, std::size_t end) const {
  begin = std::clamp(begin, line_begin, cursor);
  end = std::clamp(end, cursor, std::max(line_end, cursor));
  return {source - static_cast<Offset>(cursor - begin), source + static_cast<Offset>(end - cursor)};
}

std::optional<TypedLine> typed_line(std::string_view text, Offset begin, Offset cursor, char escape) {
  Joiner joiner(cursor, escape);
  joiner.set_first(begin);
  for (std::size_t at = begin; at <= text.size();) {
    const auto line = line_at(text, at);
    const auto newline = text.find('\n', at);
    const auto next = newline == std::string_view::npos ? text.size() : newline + 1;
    const bool goes_on = joiner.take(line, at, newline == std::string_view::npos ? at + line.size() : next);
    if (!goes_on || newline == std::string_view::npos) break;
    at = next;
  }
  if (!joiner.found()) return {};
  return joiner.result();
}

}  // namespace slipway::features
