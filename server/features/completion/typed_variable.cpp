#include <algorithm>

#include "features/completion/read_line.h"
#include "support/strings.h"

namespace slipway::features {

namespace {

bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

/// Whether the place stands in single quotes that begin behind `begin`.
bool in_single_quotes(std::string_view text, std::size_t begin, std::size_t place, char escape) {
  char quote = '\0';
  for (auto at = begin; at < place; ++at) {
    const char c = text[at];
    if (quote == '\'') {
      if (c == '\'') quote = '\0';
    } else if (c == escape) {
      ++at;
    } else if (c == '"' || (c == '\'' && quote == '\0')) {
      quote = quote == c ? '\0' : c;
    }
  }
  return quote == '\'';
}

bool is_escaped(std::string_view text, std::size_t begin, std::size_t place, char escape) {
  std::size_t marks = 0;
  while (place > begin && text[place - 1] == escape) {
    ++marks;
    --place;
  }
  return marks % 2 == 1;
}

/// Whether a brace that is open before `end` is closed behind it, in the same word.
bool is_closed(std::string_view text, std::size_t end) {
  if (end >= text.size()) return false;
  if (text[end] == '}') return true;
  if (std::string_view(":-+?#%/").find(text[end]) == std::string_view::npos) return false;
  const auto stop = text.find_first_of("} \t\"'\n", end);
  return stop != std::string_view::npos && text[stop] == '}';
}

}  // namespace

std::optional<TypedVariable> typed_variable(std::string_view text, std::size_t begin, std::size_t cursor, char escape,
                                            SingleQuotes quotes) {
  auto name = cursor;
  while (name > begin && is_name_character(text[name - 1])) --name;
  const bool braced = name > begin + 1 && text[name - 1] == '{' && text[name - 2] == '$';
  const bool bare = name > begin && text[name - 1] == '$';
  if (!braced && !bare) return {};
  const auto dollar = name - (braced ? 2 : 1);
  if (is_escaped(text, begin, dollar, escape)) return {};
  if (quotes == SingleQuotes::Hide && in_single_quotes(text, begin, dollar, escape)) return {};
  TypedVariable out;
  out.begin = name;
  out.end = cursor;
  while (out.end < text.size() && is_name_character(text[out.end])) ++out.end;
  if (braced) out.brace = is_closed(text, out.end) ? Brace::Closed : Brace::Open;
  return out;
}

}  // namespace slipway::features
