// Which declaration a variable means, and its value there (buildkit.md's scopes: convert.go, shell/lex.go).

#include <doctest/doctest.h>

#include "tests/support/render_model.h"

namespace {

void check_variables(const std::string& dockerfile, const std::string& expected) {
  std::string out;
  std::string line;
  for (const char c : slipway::test::render_model(*slipway::semantic::analyze(dockerfile))) {
    line += c;
    if (c != '\n') continue;
    if (line.compare(0, 5, "stage") != 0 && line.compare(0, 4, "FROM") != 0 && line.compare(0, 4, "edge") != 0) out += line;
    line.clear();
  }
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("variables: a stage's ARG without default takes the global value") {
  check_variables("ARG V=1\nFROM a:$V\nARG V\nRUN echo ${V}\n",
                  "global arg V @1:5 = 1\n"
                  "arg V @3:5 = 1, inherits @1:5\n"
                  "$V @2:9 -> global arg V @1:5 = 1\n"
                  "$V @4:12 -> arg V @3:5 = 1, inherits @1:5\n");
}

TEST_CASE("variables: a global ARG is not known inside a stage that does not declare it") {
  check_variables("ARG V=1\nFROM a\nENV A=$V\n",
                  "global arg V @1:5 = 1\n"
                  "env A @3:5\n"
                  "$V @3:8 -> nothing\n");
}

TEST_CASE("variables: pairs of one ENV see the values before the line, ARGs of one line see each other") {
  check_variables("FROM a\nENV A=0\nENV A=1 B=$A\nARG C=1 D=$C\n",
                  "env A @2:5 = 0\n"
                  "env A @3:5 = 1, shadows @2:5\n"
                  "env B @3:9 = 0\n"
                  "arg C @4:5 = 1\n"
                  "arg D @4:9 = 1\n"
                  "$A @3:12 -> env A @2:5 = 0\n"
                  "$C @4:12 -> arg C @4:5 = 1\n");
}

TEST_CASE("variables: a child stage sees what its parent stage set") {
  check_variables("FROM a AS base\nENV P=/x\nFROM base\nWORKDIR $P\nFROM a\nWORKDIR $P\n",
                  "env P @2:5 = /x\n"
                  "$P @4:10 -> env P @2:5 = /x\n"
                  "$P @6:10 -> nothing\n");
}

TEST_CASE("variables: predefined ones need no declaration") {
  check_variables("FROM --platform=$BUILDPLATFORM a\n", "$BUILDPLATFORM @1:18 -> predefined\n");
}

TEST_CASE("variables: uses are found in quotes, defaults and heredocs, not in single quotes") {
  check_variables("FROM a\nARG X=1 Y=2\nRUN echo \"${X:-$Y}\" '$X' && cat <<EOF\n$Y\nEOF\n",
                  "arg X @2:5 = 1\n"
                  "arg Y @2:9 = 2\n"
                  "$X @3:13 -> arg X @2:5 = 1\n"
                  "$Y @3:17 -> arg Y @2:9 = 2\n"
                  "$Y @4:2 -> arg Y @2:9 = 2\n");
}

TEST_CASE("variables: places are right behind continuations and comments") {
  check_variables("FROM a\nARG S=1\nRUN true && \\\n# note\n    echo $S\n",
                  "arg S @2:5 = 1\n"
                  "$S @5:11 -> arg S @2:5 = 1\n");
}
