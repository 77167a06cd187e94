#include "syntax/variable_name.h"

#include <array>

#include "support/strings.h"
#include "text/utf8.h"

namespace slipway::syntax {

namespace {

struct CodeRange {
  char32_t first;
  char32_t last;
};

/// Code points beyond ASCII that are neither letters nor digits, in blocks; scripts in between count as letters. Sorted.
constexpr std::array not_in_names{
    CodeRange{0x80, 0xA9},     CodeRange{0xAB, 0xB4},     CodeRange{0xB6, 0xB9},       CodeRange{0xBB, 0xBF},
    CodeRange{0xD7, 0xD7},     CodeRange{0xF7, 0xF7},     CodeRange{0x2C2, 0x2C5},     CodeRange{0x2D2, 0x2DF},
    CodeRange{0x300, 0x36F},   CodeRange{0x37E, 0x37E},   CodeRange{0x387, 0x387},     CodeRange{0x482, 0x489},
    CodeRange{0x55A, 0x55F},   CodeRange{0x589, 0x5CF},   CodeRange{0x5F3, 0x61F},     CodeRange{0x64B, 0x65F},
    CodeRange{0x66A, 0x66D},   CodeRange{0x2000, 0x2070}, CodeRange{0x2074, 0x207E},   CodeRange{0x2080, 0x208E},
    CodeRange{0x20A0, 0x2101}, CodeRange{0x2190, 0x2BFF}, CodeRange{0x2E00, 0x2E2E},   CodeRange{0x2E30, 0x3004},
    CodeRange{0x3007, 0x3030}, CodeRange{0x303D, 0x303F}, CodeRange{0xD800, 0xF8FF},   CodeRange{0xFD3E, 0xFD3F},
    CodeRange{0xFE00, 0xFE6F}, CodeRange{0xFEFF, 0xFF0F}, CodeRange{0xFF1A, 0xFF20},   CodeRange{0xFF3B, 0xFF40},
    CodeRange{0xFF5B, 0xFF65}, CodeRange{0xFFE0, 0xFFFF}, CodeRange{0x1F000, 0x1FBEF}, CodeRange{0xE0000, 0x10FFFF},
};

bool is_name_character(char32_t code) {
  if (code < 0x80) return code == '_' || is_letter(static_cast<char>(code)) || is_digit(static_cast<char>(code));
  for (const auto& range : not_in_names) {
    if (code >= range.first && code <= range.last) return false;
  }
  return !text::is_unicode_space(code);
}

/// First digits of the scripts whose ten decimal digits people write; the others follow.
constexpr std::array<char32_t, 14> zeros{'0', 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xE50, 0xFF10};

bool is_decimal_digit(char32_t code) {
  for (const char32_t zero : zeros) {
    if (code >= zero && code < zero + 10) return true;
  }
  return false;
}

}  // namespace

std::size_t buildkit_name_length(std::string_view text) {
  constexpr std::string_view special = "@*#?-$!";
  const auto first = text::character_at(text, 0);
  if (first.bytes == 0) return 0;
  if (first.code < 0x80 && special.find(text.front()) != std::string_view::npos) return 1;
  const bool number = is_decimal_digit(first.code);
  std::size_t length = 0;
  while (length < text.size()) {
    const auto c = text::character_at(text, length);
    if (number ? !is_decimal_digit(c.code) : !is_name_character(c.code)) break;
    length += c.bytes;
  }
  return length;
}

}  // namespace slipway::syntax
