#include <doctest/doctest.h>

#include "refactor/paths.h"

namespace slipway::refactor {

TEST_CASE("paths are joined and tidied") {
  CHECK(join_path("/app", "./bin/../x") == "/app/x");
  CHECK(join_path("/app", "/etc//x/") == "/etc/x");
  CHECK(join_path("/", "..") == "/");
  CHECK(tidy_relative("./a/b/..") == "a");
  CHECK(tidy_relative("../views") == "views");
}

TEST_CASE("a path is under its folders and itself") {
  CHECK(is_under("/app/x", "/app"));
  CHECK(is_under("/app", "/app"));
  CHECK_FALSE(is_under("/apple", "/app"));
  CHECK(is_under("/x", "/"));
  CHECK(below("/app/a/b", "/app") == "a/b");
  CHECK(below("/a", "/") == "a");
}

TEST_CASE("names and folders") {
  CHECK(base_name("/a/b/") == "b");
  CHECK(parent_of("/a") == "/");
  CHECK(parent_of("a").empty());
  CHECK(extension_of("x/y.tar.gz") == ".gz");
  CHECK(extension_of(".npmrc").empty());
}

TEST_CASE("patterns stay within a folder") {
  CHECK(matches_pattern("package-lock.json", "package*.json"));
  CHECK(matches_pattern("go.mod", "go.[ms]*"));
  CHECK(matches_pattern("a", "?"));
  CHECK_FALSE(matches_pattern("a/b", "*"));
  CHECK_FALSE(matches_pattern("go.mod", "go.[!m]*"));
  CHECK_FALSE(matches_pattern("", "?"));
  CHECK_FALSE(matches_pattern("x", "["));
}

}  // namespace slipway::refactor
