#include "syntax/go_text.h"

#include <doctest/doctest.h>

namespace slipway::syntax {

TEST_CASE("quoting follows Go's %q") {
  CHECK(go_quote("plain é 日") == "\"plain é 日\"");
  CHECK(go_quote("a\"b\\c\t\n\x01") == R"("a\"b\\c\t\n\x01")");
  CHECK(go_quote("\xFF") == R"("\xff")");
  CHECK(go_quote("\xEF\xBF\xBD") == "\"\xEF\xBF\xBD\"");
  CHECK(go_quote("\xC2\xA0\xE2\x80\x8B\xEF\xBB\xBF") == R"("\u00a0\u200b\ufeff")");
}

TEST_CASE("lower case is what strings.ToLower leaves alone") {
  CHECK(is_go_lower("abc-é.ß/1"));
  CHECK_FALSE(is_go_lower("abC"));
  CHECK_FALSE(is_go_lower("É"));
  CHECK_FALSE(is_go_lower("\xFF"));
}

TEST_CASE("numbers and booleans are read as strconv reads them") {
  CHECK(parse_go_bool("T") == true);
  CHECK(parse_go_bool("False") == false);
  CHECK_FALSE(parse_go_bool("yes"));
  CHECK(parse_go_unsigned("7777", 8, 32) == 07777);
  CHECK_FALSE(parse_go_unsigned("8", 8, 32));
  CHECK_FALSE(parse_go_unsigned("", 10, 32));
  CHECK_FALSE(parse_go_unsigned("+1", 10, 32));
  CHECK(parse_go_unsigned("4294967295", 10, 32) == 4294967295U);
  CHECK_FALSE(parse_go_unsigned("4294967296", 10, 32));
  CHECK(parse_go_integer("-2147483648", 32).value == -2147483648LL);
  CHECK(parse_go_integer("+0", 64).value == 0);
  CHECK(parse_go_integer("2147483648", 32).error == NumberError::Range);
  CHECK(parse_go_integer("99999999999999999999x", 32).error == NumberError::Syntax);
  CHECK(parse_go_integer("-9223372036854775808", 64).value == std::int64_t{-9223372036854775807} - 1);
  CHECK(parse_go_integer("9223372036854775808", 64).error == NumberError::Range);
  CHECK(go_integer_error("x", NumberError::Syntax) == "strconv.ParseInt: parsing \"x\": invalid syntax");
}

}  // namespace slipway::syntax
