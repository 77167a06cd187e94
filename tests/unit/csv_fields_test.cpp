#include "syntax/csv_fields.h"

#include <doctest/doctest.h>

namespace slipway::syntax {

TEST_CASE("fields are cut at commas, quotes wrap") {
  using Fields = std::vector<std::string>;
  CHECK(read_csv_fields("a,b=c").fields == Fields{"a", "b=c"});
  CHECK(read_csv_fields("a,").fields == Fields{"a", ""});
  CHECK(read_csv_fields(R"("a,b",c)").fields == Fields{"a,b", "c"});
  CHECK(read_csv_fields(R"("a""b","")").fields == Fields{"a\"b", ""});
}

TEST_CASE("broken lines give Go's sentences") {
  CHECK(read_csv_fields("").error == "EOF");
  CHECK(read_csv_fields("a,b\"c").error == "parse error on line 1, column 4: bare \" in non-quoted field");
  CHECK(read_csv_fields("\"a\"b").error == "parse error on line 1, column 3: extraneous or missing \" in quoted field");
  CHECK(read_csv_fields("\"ab").error == "parse error on line 1, column 2: extraneous or missing \" in quoted field");
}

}  // namespace slipway::syntax
