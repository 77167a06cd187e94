#include <doctest/doctest.h>

#include "text/utf8.h"

using namespace std::string_view_literals;
using slipway::text::character_at;
using slipway::text::trim_unicode;

TEST_CASE("character_at: rejects overlong forms, surrogates and cut sequences, a byte each") {
  for (const auto bad : {"\xC0\xAF"sv, "\xED\xA0\x80"sv, "\xF5\x80\x80\x80"sv, "\xE2\x82"sv, "\x80"sv}) {
    CHECK(character_at(bad, 0).code == 0xFFFD);
    CHECK(character_at(bad, 0).bytes == 1);
  }
  CHECK(character_at("\xE2\x82\xAC", 0).code == 0x20AC);
  CHECK(character_at("", 0).bytes == 0);
  CHECK(character_at("\0x"sv, 0).bytes == 1);
}

TEST_CASE("trim_unicode: cuts what Go calls white space, not the zero-width space") {
  CHECK(trim_unicode("\u00A0\u3000\tx \u2003") == "x");
  CHECK(trim_unicode("\u200Bx") == "\u200Bx");
  CHECK(trim_unicode(" \x85 ") == "\x85");
}
