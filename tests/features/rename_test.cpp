#include "features/rename.h"

#include <doctest/doctest.h>

#include "tests/features/document.h"

namespace {

void check_rename(std::string_view source, std::string_view new_name, std::string_view expected) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto edits = slipway::features::rename(*slipway::test::make_document(marked.text), marked.place(), new_name);
  REQUIRE_MESSAGE(edits.ok(), edits.error().message);
  CHECK(slipway::text::apply_edits(marked.text, edits.value()) == expected);
}

/// `reason` is part of the sentence.
void check_refused(std::string_view source, std::string_view new_name, const std::string& reason) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto edits = slipway::features::rename(*slipway::test::make_document(marked.text), marked.place(), new_name);
  REQUIRE_FALSE(edits.ok());
  CHECK_MESSAGE(edits.error().message.find(reason) != std::string::npos, edits.error().message);
}

/// The word that would be renamed; empty when nothing can be.
void check_prepare(std::string_view source, std::string_view word) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto target = slipway::features::prepare_rename(*slipway::test::make_document(marked.text), marked.place());
  CHECK((target.ok() ? target.value().name : "") == word);
}

}  // namespace

TEST_CASE("rename: a stage with all its uses; numbers and other words stay") {
  check_rename(
      "# build it\nFROM golang AS build\nRUN go build -o /build\nFROM alpine\nCOPY --from=bu§ild /build /build\nCOPY --from=0 /b /b\nRUN "
      "--mount=from=build,target=/x ls\n",
      "stage1",
      "# build it\nFROM golang AS stage1\nRUN go build -o /build\nFROM alpine\nCOPY --from=stage1 /build /build\nCOPY --from=0 /b /b\nRUN "
      "--mount=from=stage1,target=/x ls\n");
}

TEST_CASE("rename: FROM gets the lower case that BuildKit stores") {
  check_rename("FROM golang AS bui§ld\nFROM build AS x\nCOPY --from=BUILD /a /a\n", "Compile",
               "FROM golang AS Compile\nFROM compile AS x\nCOPY --from=Compile /a /a\n");
}

TEST_CASE("rename: words behind characters of several bytes, in continued lines, in triggers") {
  check_rename("FROM alpine AS data\nFROM alpine\nRUN --mount=source=/é😀,from=da§ta,target=/x ls\n", "store",
               "FROM alpine AS store\nFROM alpine\nRUN --mount=source=/é😀,from=store,target=/x ls\n");
  check_rename("FROM alpine AS tool\r\nFROM scratch\r\nONBUILD COPY --link \\\r\n# the tool\r\n  --from=to§ol \\\r\n  /a /a\r\n", "kit",
               "FROM alpine AS kit\r\nFROM scratch\r\nONBUILD COPY --link \\\r\n# the tool\r\n  --from=kit \\\r\n  /a /a\r\n");
}

TEST_CASE("rename: stage names that BuildKit refuses, that clash, or that would catch an image") {
  check_refused("FROM alpine AS ba§se\n", "1st", "begin with a letter");
  check_refused("FROM alpine AS ba§se\n", "my base", "begin with a letter");
  check_refused("FROM alpine AS ba§se\n", "b-", "end in a letter");
  check_refused("FROM alpine AS ba§se\n", "scratch", "reserved");
  check_refused("FROM alpine AS o§ne\nFROM alpine AS two\n", "TWO", "Another stage");
  check_refused("FROM alpine AS o§ne\nFROM nginx\n", "nginx", "used as an image");
}

TEST_CASE("rename: a number is no name") {
  check_prepare("FROM alpine\nFROM scratch\nCOPY --from=§0 /a /a\n", "");
  check_prepare("FROM alpine AS a\nFROM scratch\nCOPY --from=§0 /a /a\n", "");
}

TEST_CASE("rename: a variable through its whole life") {
  check_rename("ARG V=1\nFROM a:$V AS x\nARG V\nENV P=$V\nFROM b:${§V}\nARG V=2\nRUN $V\n", "W",
               "ARG W=1\nFROM a:$W AS x\nARG W\nENV P=$W\nFROM b:${W}\nARG V=2\nRUN $V\n");
  check_rename("FROM alpine AS a\nENV Z§=1\nFROM a\nRUN echo $Z ${Z:+Z} Z\n", "ZONE",
               "FROM alpine AS a\nENV ZONE=1\nFROM a\nRUN echo $ZONE ${ZONE:+Z} Z\n");
  check_rename("FROM alpine\nENV GR§EET hello GREET\nRUN <<EOF\necho $GREET '$GREET'\nEOF\n", "HELLO",
               "FROM alpine\nENV HELLO hello GREET\nRUN <<EOF\necho $HELLO '$GREET'\nEOF\n");
}

TEST_CASE("rename: variable names that are none, that clash, or that others give") {
  check_refused("FROM alpine\nARG V§=1\n", "my-var", "begin with a letter");
  check_refused("FROM alpine\nARG A§=1\nARG B=2\n", "B", "declared already");
  check_refused("FROM alpine\nARG A§=1\nRUN B=1; echo $B $A\n", "B", "used already");
  check_refused("FROM alpine\nARG A§=1\n", "TARGETARCH", "meaning of its own");
  check_refused("FROM --platform=$BUILDPL§ATFORM alpine\n", "X", "cannot be changed");
  check_refused("FROM alpine AS a\nENV ONE=1\nFROM a\nENV T§WO=1\n", "ONE", "built on");
}

TEST_CASE("rename: a build argument must not begin to take the value of another") {
  check_refused("ARG A§=1\nFROM x:$A\nARG B\nRUN $B\n", "B", "take the value");
  check_refused("ARG B=1\nFROM x:$B\nARG A§\nRUN $A\n", "B", "take the value");
  check_rename("ARG A§=1\nFROM x:$A\nARG B=2\nRUN $B\n", "B", "ARG B=1\nFROM x:$B\nARG B=2\nRUN $B\n");
  check_rename("FROM x\nARG A§=1\n", "A", "FROM x\nARG A=1\n");
}

TEST_CASE("rename: both ends of a heredoc, inside its quotes") {
  check_rename("FROM alpine\nCOPY <<-'EO§F' /x\n\techo EOF\n\tEOF\n", "END", "FROM alpine\nCOPY <<-'END' /x\n\techo EOF\n\tEND\n");
  check_refused("FROM alpine\nCOPY <<EO§F /x\nfoo\nEOF\n", "foo", "would end there");
  check_refused("FROM alpine\nCOPY <<EO§F /x\nfoo\nEOF\n", "a b", "one word");
}

TEST_CASE("rename: what can be renamed") {
  check_prepare("FROM alpine AS tool§\nRUN true\n", "tool");
  check_prepare("FROM alpine\nARG VALUE=1\nENV X=${VAL§UE:-2}\n", "VALUE");
  check_prepare("FROM alpine\nRUN <<EO§F\nEOF\n", "EOF");
  check_prepare("FROM deb§ian:12\n", "");
  check_prepare("FROM alpine\nRUN for i in 1; do echo $§i; done\n", "");
  check_prepare("FROM alpine AS from\nFROM scratch\nCOPY --fr§om=from /a /a\n", "");
}
