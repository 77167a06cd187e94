#include "syntax/flag_words.h"

#include "reading.h"
#include "text/utf8.h"

namespace slipway::syntax {

namespace {

using text::Offset;
using text::TextRange;

/// A flag word without quotes and escapes; BuildKit reads it byte by byte, so that bytes above 0x7F come out as Latin-1.
LineFlag read_word(std::string_view line, TextRange range, char escape) {
  LineFlag flag;
  flag.range = range;
  char quote = 0;
  for (Offset at = range.begin; at < range.end; ++at) {
    const char c = line[at];
    if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
      quote = quote == 0 ? c : '\0';
      continue;
    }
    if (c == escape && ++at == range.end) break;  // at the end of the line it is dropped
    if (line[at] == '=' && !flag.equals) flag.equals = at;
    text::append_utf8(static_cast<unsigned char>(line[at]), flag.text);
    flag.places.resize(flag.text.size(), at);
  }
  return flag;
}

}  // namespace

std::vector<LineFlag> read_flags(std::string_view line, TextRange within, char escape) {
  std::vector<LineFlag> flags;
  for (Offset at = within.begin; at < within.end;) {
    if (df_is_flag_space(line[at])) {
      ++at;
      continue;
    }
    bool ends_flags = false;
    const auto size = static_cast<Offset>(df_flag_end(line.data() + at, within.end - at, escape, &ends_flags));
    if (!ends_flags) flags.push_back(read_word(line, {at, at + size}, escape));
    at += size;
  }
  return flags;
}

}  // namespace slipway::syntax
