// All places of one name. In the sources § is the cursor, §⟦…⟧ are the expected places.

#include "features/references.h"

#include <doctest/doctest.h>

#include "tests/features/document.h"

namespace {

using slipway::features::Access;
using slipway::features::Declarations;

void check_references(std::string_view source) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto document = slipway::test::make_document(marked.text);
  std::vector<slipway::text::TextRange> found;
  for (const auto& place : slipway::features::references(*document, marked.place(), Declarations::Include)) found.push_back(place.range);
  CHECK(slipway::test::shown(*document, found) == slipway::test::shown(*document, marked.ranges));
}

}  // namespace

TEST_CASE("references: a stage in FROM, COPY --from, mounts, ONBUILD, by number too") {
  check_references(
      "FROM golang AS §⟦bu§ild⟧\nFROM §⟦build⟧ AS x\nCOPY --from=§⟦BUILD⟧ /a /a\nRUN --mount=from=§⟦build⟧,target=/x ls\n"
      "COPY --from=§⟦0⟧ /b /b\nONBUILD COPY --from=§⟦build⟧ /c /c\nRUN echo build\n");
}

TEST_CASE("references: the unnamed stage behind a number is its FROM") {
  check_references("FROM §⟦golang⟧\nFROM alpine\nCOPY --from=§⟦§0⟧ /a /a\n");
}

TEST_CASE("references: an image of the same name is something else") {
  check_references("FROM alpine AS §⟦ngi§nx⟧\nFROM scratch\nCOPY --from=§⟦nginx⟧ /a /a\nCOPY --from=nginx:1 /b /b\n");
}

TEST_CASE("references: a variable in all its forms, and nothing that only looks like it") {
  check_references(
      "FROM alpine\nARG §⟦V§⟧=1\nRUN echo $§⟦V⟧ ${§⟦V⟧:-x} \\\n  # $V no\n  $VV '$V' \\$V\nLABEL v=\"$§⟦V⟧\"\nFROM alpine\nARG V=2\nRUN "
      "echo $V\n");
}

TEST_CASE("references: a global ARG with the stages that take it up") {
  check_references("ARG §⟦T§⟧=1\nFROM a:$§⟦T⟧\nARG §⟦T⟧\nRUN $§⟦T⟧\nFROM b\nARG T=2\nRUN $T\nFROM c\nRUN $T\n");
}

TEST_CASE("references: an ENV lives on in stages built on its own") {
  check_references("FROM alpine AS a\nENV §⟦Z§⟧=1\nFROM a\nENV §⟦Z⟧=$§⟦Z⟧/x\nRUN echo $§⟦Z⟧\nFROM alpine\nRUN echo $Z\n");
}

TEST_CASE("references: both ends of a heredoc") { check_references("FROM alpine\nRUN <<-§⟦EOF⟧\n\techo EOF\n\t§⟦E§OF⟧\n"); }

TEST_CASE("references: nothing on keywords, blank lines and comments") {
  check_references("FROM alpine AS a\nRU§N true\n");
  check_references("FROM alpine AS a\n§\nCOPY --from=a x y\n");
  check_references("FROM alpine AS a\n# a§\nCOPY --from=a x y\n");
}

TEST_CASE("references: declarations write, uses read, and can be asked for alone") {
  const auto marked = slipway::test::parse_marks("FROM alpine\nARG V=1\nRUN echo $§V\n");
  const auto document = slipway::test::make_document(marked.text);
  const auto all = slipway::features::references(*document, marked.place(), Declarations::Include);
  REQUIRE(all.size() == 2);
  CHECK(all[0].access == Access::Write);
  CHECK(all[1].access == Access::Read);
  CHECK(slipway::features::references(*document, marked.place(), Declarations::LeaveOut).size() == 1);
}
