#include "syntax/variable_name.h"

#include "reading.h"
#include "text/utf8.h"

namespace slipway::syntax {

namespace {

bool is_digit_anywhere(text::Character c) { return c.bytes > 0 && df_is_digit(static_cast<std::int32_t>(c.code)); }

bool is_name_character(text::Character c) {
  return c.bytes > 0 && (c.code == '_' || df_is_letter(static_cast<std::int32_t>(c.code)) || is_digit_anywhere(c));
}

}  // namespace

std::size_t buildkit_name_length(std::string_view text) {
  constexpr std::string_view special = "@*#?-$!";
  const auto first = text::character_at(text, 0);
  if (first.bytes == 0) return 0;
  if (first.code < 0x80 && special.find(text.front()) != std::string_view::npos) return 1;
  const auto goes_on = is_digit_anywhere(first) ? is_digit_anywhere : is_name_character;
  std::size_t length = 0;
  for (auto c = first; goes_on(c); c = text::character_at(text, length)) length += c.bytes;
  return length;
}

}  // namespace slipway::syntax
