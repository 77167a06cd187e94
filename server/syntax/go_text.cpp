#include "syntax/go_text.h"

#include <array>
#include <limits>

#include "support/strings.h"
#include "text/utf8.h"

namespace slipway::syntax {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_hex(char32_t code, unsigned digits, std::string& out) {
  for (unsigned i = digits; i > 0; --i) out += hex_digits[(code >> (4 * (i - 1))) & 0xFU];
}

struct CodeRange {
  char32_t first;
  char32_t last;
};

/// Code points beyond ASCII that strconv.IsPrint refuses: spaces, formats, surrogates, private use. Sorted.
constexpr std::array unprintable{
    CodeRange{0x80, 0xA0},     CodeRange{0xAD, 0xAD},       CodeRange{0x600, 0x605},      CodeRange{0x61C, 0x61C},
    CodeRange{0x1680, 0x1680}, CodeRange{0x180E, 0x180E},   CodeRange{0x2000, 0x200F},    CodeRange{0x2028, 0x202F},
    CodeRange{0x205F, 0x206F}, CodeRange{0x3000, 0x3000},   CodeRange{0xD800, 0xF8FF},    CodeRange{0xFEFF, 0xFEFF},
    CodeRange{0xFFF0, 0xFFFB}, CodeRange{0xE0000, 0xE00FF}, CodeRange{0xF0000, 0x10FFFF},
};

bool is_printable(char32_t code) {
  if (code < 0x80) return code >= ' ' && code != 0x7F;
  for (const auto& range : unprintable) {
    if (code >= range.first && code <= range.last) return false;
  }
  return true;
}

/// The letter of a one-character escape; 0 for none.
char short_escape(char32_t code) {
  switch (code) {
    case '\a': return 'a';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    case '\v': return 'v';
    case '"': return '"';
    case '\\': return '\\';
    default: return 0;
  }
}

bool is_invalid(text::Character c) { return c.code == 0xFFFD && c.bytes == 1; }

/// Capital letters of Latin, Greek, Cyrillic and Armenian; others have no case or are rare in names.
bool is_capital(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  if (code >= 0xC0 && code <= 0xDE) return code != 0xD7;
  if (code >= 0x100 && code <= 0x137) return code % 2 == 0;
  if (code >= 0x139 && code <= 0x148) return code % 2 == 1;
  if (code >= 0x14A && code <= 0x177) return code % 2 == 0;
  if (code == 0x178 || code == 0x179 || code == 0x17B || code == 0x17D) return true;
  if (code == 0x386 || (code >= 0x388 && code <= 0x38F)) return true;
  if (code >= 0x391 && code <= 0x3AB) return code != 0x3A2;
  if (code >= 0x400 && code <= 0x42F) return true;
  if (code >= 0x460 && code <= 0x481) return code % 2 == 0;
  if (code >= 0x531 && code <= 0x556) return true;
  if (code >= 0x1E00 && code <= 0x1E95) return code % 2 == 0;
  return code == 0x212A || (code >= 0xFF21 && code <= 0xFF3A);
}

}  // namespace

std::string go_quote(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::character_at(text, at);
    const char letter = short_escape(c.code);
    if (is_invalid(c)) {
      out += "\\x";
      append_hex(static_cast<unsigned char>(text[at]), 2, out);
    } else if (letter != 0) {
      out += '\\';
      out += letter;
    } else if (is_printable(c.code)) {
      out += text.substr(at, c.bytes);
    } else if (c.code < 0x80) {
      out += "\\x";
      append_hex(c.code, 2, out);
    } else {
      out += c.code < 0x10000 ? "\\u" : "\\U";
      append_hex(c.code, c.code < 0x10000 ? 4 : 8, out);
    }
    at += c.bytes;
  }
  return out + '"';
}

bool is_go_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::character_at(text, at);
    if (is_invalid(c) || is_capital(c.code)) return false;
    at += c.bytes;
  }
  return true;
}

std::optional<bool> parse_go_bool(std::string_view text) {
  for (const std::string_view word : {"1", "t", "T", "TRUE", "true", "True"}) {
    if (text == word) return true;
  }
  for (const std::string_view word : {"0", "f", "F", "FALSE", "false", "False"}) {
    if (text == word) return false;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> parse_go_unsigned(std::string_view text, unsigned base, unsigned bits) {
  if (text.empty()) return std::nullopt;
  const std::uint64_t limit = bits >= 64 ? std::numeric_limits<std::uint64_t>::max() : (std::uint64_t{1} << bits) - 1;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (digit >= base || value > (limit - digit) / base) return std::nullopt;
    value = value * base + digit;
  }
  return value;
}

GoInteger parse_go_integer(std::string_view text, unsigned bits) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  if (text.empty()) return {0, NumberError::Syntax};
  const auto most = static_cast<std::int64_t>((std::uint64_t{1} << (bits - 1)) - 1);
  std::int64_t value = 0;
  bool overflow = false;
  for (const char c : text) {
    if (!is_digit(c)) return {0, NumberError::Syntax};
    const std::int64_t digit = c - '0';
    // Counted downwards, because there is one negative number more.
    if (overflow || value < (-most - 1 + digit) / 10) {
      overflow = true;
    } else {
      value = value * 10 - digit;
    }
  }
  if (overflow || (!negative && value < -most)) return {0, NumberError::Range};
  return {negative ? value : -value, std::nullopt};
}

std::string go_integer_error(std::string_view text, NumberError error) {
  return "strconv.ParseInt: parsing " + go_quote(text) + (error == NumberError::Syntax ? ": invalid syntax" : ": value out of range");
}

}  // namespace slipway::syntax
