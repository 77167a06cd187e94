#pragma once
// Walking over UTF-8 that may be broken: an invalid byte is one character, U+FFFD.

#include <cstdint>
#include <string>
#include <string_view>

namespace slipway::text {

struct Character {
  char32_t code = 0;       ///< U+FFFD for an invalid byte
  std::uint8_t bytes = 0;  ///< length in the text, 1 to 4; 0 at the end of the text
};

/// The character that begins at `text[at]`.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

/// White space as Go's unicode.IsSpace has it (what BuildKit trims): not U+200B.
[[nodiscard]] bool is_unicode_space(char32_t code);

/// Cuts Unicode white space from the left, from the right, or from both ends.
[[nodiscard]] std::string_view trim_unicode_left(std::string_view text);
[[nodiscard]] std::string_view trim_unicode_right(std::string_view text);
[[nodiscard]] std::string_view trim_unicode(std::string_view text);

/// Appends the character's UTF-8 bytes.
void append_utf8(char32_t code, std::string& out);

}  // namespace slipway::text
