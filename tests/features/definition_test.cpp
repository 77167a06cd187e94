// Where a word is defined. In the sources § is the cursor, §⟦…⟧ the expected targets.

#include "features/definition.h"

#include <doctest/doctest.h>

#include "tests/features/document.h"

namespace {

void check_definition(std::string_view source) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto document = slipway::test::make_document(marked.text);
  std::vector<slipway::text::TextRange> found;
  for (const auto& target : slipway::features::definition(*document, marked.place())) {
    CHECK(target.path.empty());
    CHECK(target.range.contains(target.selection));
    CHECK(target.origin.touches(marked.place()));
    found.push_back(target.selection);
  }
  CHECK(slipway::test::shown(*document, found) == slipway::test::shown(*document, marked.ranges));
}

void check_file(std::string_view source, const std::vector<std::string>& expected) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto document = slipway::test::make_document(marked.text, {{"src/main.go", ""}, {"src/other.go", ""}, {"go.mod", ""}});
  std::vector<std::string> paths;
  for (const auto& target : slipway::features::definition(*document, marked.place())) paths.push_back(target.path);
  CHECK(paths == expected);
}

}  // namespace

TEST_CASE("definition: a stage by its name in COPY --from, in FROM and in mounts") {
  check_definition("FROM golang AS §⟦Build⟧\nFROM alpine\nCOPY --from=bU§ild /a /a\n");
  check_definition("FROM alpine AS §⟦base⟧\nFROM ba§se AS app\n");
  check_definition("FROM alpine AS §⟦src⟧\nFROM alpine\nRUN --mount=type=bind,from=s§rc,target=/x ls\n");
  check_definition("FROM alpine AS §⟦src⟧\nFROM alpine\nONBUILD COPY --from=s§rc /x /x\n");
}

TEST_CASE("definition: a stage by its number, which a mount does not take") {
  check_definition("FROM golang\nFROM §⟦alpine⟧\nFROM scratch\nCOPY --from=§1 /a /a\n");
  check_definition("FROM alpine AS a\nFROM alpine\nRUN --mount=from=§0,target=/x ls\n");
}

TEST_CASE("definition: of two stages with one name FROM takes the last before it, COPY the last of all") {
  check_definition("FROM alpine AS §⟦x⟧\nFROM x§ AS y\nFROM debian AS x\n");
  check_definition("FROM alpine AS x\nFROM debian AS §⟦x⟧\nFROM scratch\nCOPY --from=x§ /a /a\n");
}

TEST_CASE("definition: an image is defined elsewhere") {
  check_definition("FROM la§ter\nFROM alpine AS later\n");
  check_definition("FROM alpine\nCOPY --from=ng§inx /a /a\n");
}

TEST_CASE("definition: a variable leads to the declaration in force") {
  check_definition("FROM alpine\nENV A=1\nENV §⟦A⟧=2\nRUN echo $§A\nENV A=3\n");
  check_definition("ARG §⟦T⟧=1\nFROM alpine\nARG T=2\nFROM alpine:$§T\n");
  check_definition("FROM alpine AS a\nENV §⟦Z⟧=1\nFROM a\nRUN echo $§Z\n");
  check_definition("FROM alpine\nENV §⟦A⟧=1\nENV A=2 B=$§A\n");
  check_definition("FROM alpine\nENV A=1\nFROM alpine\nENV Y=$§A\n");
}

TEST_CASE("definition: ARG without a value leads on to the global one") {
  check_definition("ARG §⟦V⟧=1\nFROM alpine\nARG §V\nRUN echo $V\n");
  check_definition("ARG V=1\nFROM alpine\nARG §⟦V⟧\nRUN echo $§V\n");
}

TEST_CASE("definition: a variable that only looks like one leads nowhere") {
  check_definition("FROM alpine\nARG V=1\nENV X=\\$§V\n");
  check_definition("FROM alpine\nARG V=1\nRUN echo '$§V'\n");
  check_definition("FROM alpine AS run\nRU§N true\n");
}

TEST_CASE("definition: the end of a heredoc leads to its beginning") { check_definition("FROM alpine\nRUN <<A cat <<§⟦B⟧\nx\nA\ny\n§B\n"); }

TEST_CASE("definition: a source leads to the file, a pattern to each of them") {
  check_file("FROM alpine\nCOPY go.mod src/ma§in.go /x\n", {"/context/src/main.go"});
  check_file("FROM alpine\nARG DIR=src\nADD [\"$DIR/§*.go\", \"/x/\"]\n", {"/context/src/main.go", "/context/src/other.go"});
  check_file("FROM alpine AS a\nFROM alpine\nCOPY --from=a go.m§od /x\n", {});
  check_file("FROM alpine\nCOPY sr§c /x\n", {});
}
