#include <doctest/doctest.h>

#include "refactor/multistage/sources.h"

namespace slipway::refactor::multistage {

TEST_CASE("literals of a program, comments left out") {
  const std::string program = "a(\"x\\\"y\") // \"no\"\nb('z') /* `no` */ + `p\nq`\n\"open\nend\"";
  CHECK(string_literals(program) == std::vector<std::string>{"x\\\"y", "z", "p\nq", "ope"});
}

TEST_CASE("comments are cut, literals stay") { CHECK(without_comments("f(\"http://x\") // y\n/* z */g") == "f(\"http://x\") \ng"); }

}  // namespace slipway::refactor::multistage
