#include "semantic/ignore_file.h"

#include <doctest/doctest.h>

namespace slipway::semantic {

TEST_CASE("patterns") {
  const auto excludes = [](std::string_view patterns, std::string_view path) { return IgnoreFile(patterns).excludes(path); };
  CHECK(excludes("a", "a"));
  CHECK(excludes("/a/", "a/b/c"));
  CHECK_FALSE(excludes("a", "b/a"));
  CHECK(excludes("*.log", "x.log"));
  CHECK_FALSE(excludes("*.log", "d/x.log"));
  CHECK(excludes("**/*.log", "d/e/x.log"));
  CHECK(excludes("**/*.log", "x.log"));
  CHECK(excludes("**/x", "x"));
  CHECK(excludes("**/x", "a/x"));
  CHECK_FALSE(excludes("**/x", "a/yx"));
  CHECK(excludes("**x", "a/yx"));
  CHECK(excludes("a/**", "a/b/c"));
  CHECK_FALSE(excludes("a/**", "ab"));
  CHECK(excludes("a/**/b", "a/b"));
  CHECK(excludes("a/**/b", "a/x/y/b"));
  CHECK_FALSE(excludes("a/**/b", "a/xb"));
  CHECK(excludes("?[a-c][^x]", "zby"));
  CHECK_FALSE(excludes("?[a-c][^x]", "zbx"));
  CHECK(excludes("a\\*", "a*"));
  CHECK_FALSE(excludes("a\\*", "ab"));
  CHECK(excludes("\xEF\xBB\xBF# c\n  a  \r\n", "a"));
  CHECK_FALSE(excludes("a\n!a/b", "a/b"));
  CHECK(excludes("*\n! a\na", "a"));
}

TEST_CASE("sources of COPY") {
  CHECK(IgnoreFile("x").excludes_source("x"));
  CHECK_FALSE(IgnoreFile("x").excludes_source("/x"));
  CHECK(IgnoreFile("*").excludes_source("."));
  CHECK_FALSE(IgnoreFile("a*").excludes_source("."));
  CHECK_FALSE(IgnoreFile("x\n!z").excludes_source("x"));
}

TEST_CASE("broken patterns") {
  CHECK(IgnoreFile("a\n[").error() == "syntax error in pattern");
  CHECK(IgnoreFile("[]a]").error() == "syntax error in pattern");
  CHECK(IgnoreFile("[a-]").error() == "syntax error in pattern");
  CHECK(IgnoreFile("a\\").error() == "syntax error in pattern");
  CHECK(IgnoreFile("! ").error() == "illegal exclusion pattern: \"!\"");
  CHECK_FALSE(IgnoreFile("[a]\n**/b?").error());
}

}  // namespace slipway::semantic
