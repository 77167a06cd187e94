#include "syntax/go_duration.h"

#include <doctest/doctest.h>

namespace slipway::syntax {

TEST_CASE("durations are sums of numbers with units") {
  CHECK(parse_go_duration("1m30s").nanoseconds == 90'000'000'000);
  CHECK(parse_go_duration("1.5h").nanoseconds == 5'400'000'000'000);
  CHECK(parse_go_duration("-.5s").nanoseconds == -500'000'000);
  CHECK(parse_go_duration("1µs1μs").nanoseconds == 2000);
  CHECK(parse_go_duration("0").nanoseconds == 0);
  CHECK_FALSE(parse_go_duration("0").error);
}

TEST_CASE("broken durations give Go's sentences") {
  const auto error = [](std::string_view text) { return parse_go_duration(text).error.value_or(""); };
  CHECK(error("") == "time: invalid duration \"\"");
  CHECK(error("x") == "time: invalid duration \"x\"");
  CHECK(error(".s") == "time: invalid duration \".s\"");
  CHECK(error("5") == "time: missing unit in duration \"5\"");
  CHECK(error("5d") == "time: unknown unit \"d\" in duration \"5d\"");
  CHECK(error("1 s") == "time: unknown unit \" s\" in duration \"1 s\"");
  CHECK(error("1é") == "time: unknown unit \"\\xc3\\xa9\" in duration \"1\\xc3\\xa9\"");
  CHECK(error("9223372036854775808ns") == "time: invalid duration \"9223372036854775808ns\"");
  CHECK(error("9999999999h") == "time: invalid duration \"9999999999h\"");
}

}  // namespace slipway::syntax
