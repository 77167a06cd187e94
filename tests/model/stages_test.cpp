// Stage resolution as BuildKit does it (frontend/dockerfile/dockerfile2llb/convert.go).

#include <doctest/doctest.h>

#include "tests/support/render_model.h"

namespace {

/// The model's lines that begin with one of the words, without the others.
std::string lines_of(const std::string& dockerfile, const std::vector<std::string>& beginnings) {
  std::string out;
  std::string line;
  for (const char c : slipway::test::render_model(*slipway::semantic::analyze(dockerfile))) {
    line += c;
    if (c != '\n') continue;
    for (const auto& beginning : beginnings) {
      if (line.compare(0, beginning.size(), beginning) == 0) out += line;
    }
    line.clear();
  }
  return out;
}

void check_stages(const std::string& dockerfile, const std::string& expected) {
  CHECK(lines_of(dockerfile, {"stage", "FROM", "COPY", "mount", "edge"}) == expected);
}

}  // namespace

TEST_CASE("stages: COPY --from and mounts find a name in any case, FROM only in lower case") {
  check_stages("FROM golang AS Build\nFROM build\nCOPY --from=BUILD /a /a\nRUN --mount=from=Build,target=/x y\nFROM Build\n",
               "stage 0 build @1:1 on image golang, unused\n"
               "stage 1 @2:1 on stage 0 build, unused\n"
               "stage 2 @5:1 on image Build\n"
               "FROM golang @1:6 -> nothing\n"
               "FROM build @2:6 -> stage 0 build\n"
               "COPY --from=BUILD @3:13 -> stage 0 build\n"
               "mount from=Build @4:18 -> stage 0 build\n"
               "FROM Build @5:6 -> nothing\n"
               "edge 1 needs 0 @2:6\n"
               "edge 1 needs 0 @3:13\n"
               "edge 1 needs 0 @4:18\n");
}

TEST_CASE("stages: COPY --from takes Go integers as numbers, a mount never does") {
  check_stages("FROM a\nFROM b\nCOPY --from=+0 x y\nCOPY --from=7 x y\nRUN --mount=from=0,target=/x y\n",
               "stage 0 @1:1 on image a\n"
               "stage 1 @2:1 on image b\n"
               "FROM a @1:6 -> nothing\n"
               "FROM b @2:6 -> nothing\n"
               "COPY --from=+0 @3:13 -> stage 0\n"
               "COPY --from=7 @4:13 -> nothing\n"
               "mount from=0 @5:18 -> nothing\n"
               "edge 1 needs 0 @3:13\n");
}

TEST_CASE("stages: of two with one name COPY --from takes the last of the file, FROM the last before it") {
  check_stages("FROM a AS x\nFROM x AS y\nFROM b AS x\nCOPY --from=x p q\n",
               "stage 0 x @1:1 on image a, unused\n"
               "stage 1 y @2:1 on stage 0 x, unused\n"
               "stage 2 x @3:1 on image b\n"
               "FROM a @1:6 -> nothing\n"
               "FROM x @2:6 -> stage 0 x\n"
               "FROM b @3:6 -> nothing\n"
               "COPY --from=x @4:13 -> stage 2 x\n"
               "edge 1 needs 0 @2:6\n"
               "edge 2 needs 2 @4:13\n");
}

TEST_CASE("stages: FROM a later stage, or itself, is an image of that name") {
  check_stages("FROM later\nFROM a AS later\nFROM self AS self\n",
               "stage 0 @1:1 on image later, unused\n"
               "stage 1 later @2:1 on image a, unused\n"
               "stage 2 self @3:1 on image self\n"
               "FROM later @1:6 -> nothing\n"
               "FROM a @2:6 -> nothing\n"
               "FROM self @3:6 -> nothing\n");
}

TEST_CASE("stages: ARGs before the first FROM are put into FROM's name") {
  check_stages("ARG BASE=builder\nFROM golang AS builder\nFROM ${BASE}\nFROM scratch\nFROM alpine:${TAG:-3}\n",
               "stage 0 builder @2:1 on image golang, unused\n"
               "stage 1 @3:1 on stage 0 builder, unused\n"
               "stage 2 @4:1 on scratch, unused\n"
               "stage 3 @5:1 on image \n"
               "FROM golang @2:6 -> nothing\n"
               "FROM ${BASE} @3:6 -> stage 0 builder\n"
               "FROM scratch @4:6 -> nothing\n"
               "FROM alpine:${TAG:-3} @5:6 -> nothing\n"
               "edge 1 needs 0 @3:6\n");
}

TEST_CASE("stages: half-typed FROM lines are stages too") {
  check_stages("FROM\nFROM a AS\nFROM a AS x y\n",
               "stage 0 @1:1 on nothing, unused\n"
               "stage 1 @2:1 on image a, unused\n"
               "stage 2 x @3:1 on image a\n"
               "FROM a @2:6 -> nothing\n"
               "FROM a @3:6 -> nothing\n");
}

TEST_CASE("stages: names are found through continuations, comments and carriage returns") {
  check_stages("FROM golang \\\r\n# why\r\n  AS builder\r\nFROM alpine\r\nCOPY \\\r\n  --from=builder a b\r\n",
               "stage 0 builder @1:1 on image golang\n"
               "stage 1 @4:1 on image alpine\n"
               "FROM golang @1:6 -> nothing\n"
               "FROM alpine @4:6 -> nothing\n"
               "COPY --from=builder @6:10 -> stage 0 builder\n"
               "edge 1 needs 0 @6:10\n");
}
