#include "features/hover.h"

#include <doctest/doctest.h>

#include "tests/features/document.h"

namespace {

/// `word` is the text that the hover marks, `parts` stand in what it says.
void check_hover(std::string_view source, std::string_view word, const std::vector<std::string>& parts) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto document = slipway::test::make_document(marked.text, {{"src/main.go", ""}, {"src/other.go", ""}});
  const auto hover = slipway::features::hover(*document, marked.place());
  REQUIRE(hover.has_value());
  CHECK(document->analysis->source.slice(hover->range) == word);
  for (const auto& part : parts) CHECK_MESSAGE(hover->markdown.find(part) != std::string::npos, "lacks ", part, " in ", hover->markdown);
}

void check_silent(std::string_view source) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  CHECK_FALSE(slipway::features::hover(*slipway::test::make_document(marked.text), marked.place()).has_value());
}

}  // namespace

TEST_CASE("hover: a keyword shows its forms, its meaning and a link, in triggers too") {
  check_hover("FROM alpine\nwork§dir /app\n", "workdir",
              {"WORKDIR path", "working directory", "https://docs.docker.com/reference/dockerfile/#workdir"});
  check_hover("FROM alpine\nONBUILD WORK§DIR /x\n", "WORKDIR", {"working directory"});
  check_hover("FROM alpine\nONB§UILD WORKDIR /x\n", "ONBUILD", {"for later"});
}

TEST_CASE("hover: flags and mount options") {
  check_hover("FROM alpine\nCOPY --ch§own=1 a b\n", "--chown=1", {"Owner", "#copy---chown"});
  check_hover("FROM alpine\nRUN --mount=ty§pe=cache,target=/x true\n", "type", {"Type of the mount"});
  check_hover("FROM alpine\nRUN --mount=type=ca§che,target=/x true\n", "cache", {"kept between builds", "`sharing`"});
}

TEST_CASE("hover: a stage shows its FROM, what it stands on, who uses it and what it makes") {
  check_hover("FROM golang:1.22 AS base\nFROM base AS build\nRUN go build -o /out/app .\nFROM alpine\nCOPY --from=bui§ld /out/app /app\n",
              "build", {"FROM base AS build", "Stage `build`, number 1", "`base` → `golang:1.22`", "COPY --from on line 5", "`/out/app`"});
  check_hover("FROM golang:1.20\nFROM alpine\nCOPY --from=§0 /a /a\n", "0", {"golang:1.20"});
}

TEST_CASE("hover: a variable shows its value at this place and where it comes from") {
  check_hover("ARG REL=r2d2\nFROM alpine\nARG REL\nRUN echo $RE§L\n", "REL", {"`r2d2`", "line 3", "global one on line 1"});
  check_hover("FROM alpine\nARG V=from-arg\nENV V=from-env\nRUN echo $§V\n", "V", {"`from-env`", "replaces the ARG on line 2"});
  check_hover("ARG A=1\nARG B=${A}x\nFROM a:$§B\n", "B", {"`1x`"});
  check_hover("FROM alpine\nARG SI§ZE\n", "SIZE", {"no default"});
}

TEST_CASE("hover: predefined variables and those that are not in force") {
  check_hover("FROM --platform=$BUILDPL§ATFORM alpine\n", "BUILDPLATFORM", {"Platform of the machine that builds"});
  check_hover("ARG V=1\nFROM alpine\nLABEL v=$§V\n", "V", {"global ARG", "`ARG V`"});
  check_silent("FROM alpine\nRUN for x in 1; do echo $§x; done\n");
}

TEST_CASE("hover: parts of an image's name") {
  check_hover("FROM ghcr.io/acme/tool§:2.5\n", "ghcr.io/acme/tool:2.5",
              {"`ghcr.io`", "`acme/tool`", "`2.5`", "https://github.com/acme/tool"});
  check_hover("ARG T=3.20\nFROM alp§ine:$T\n", "alpine:$T", {"`3.20`", "https://hub.docker.com/_/alpine"});
  check_hover("FROM scr§atch\n", "scratch", {"empty image"});
}

TEST_CASE("hover: a source of COPY shows what it matches") {
  check_hover("FROM alpine\nCOPY src/*.§go /x/\n", "src/*.go", {"`src/main.go`", "`src/other.go`"});
  check_hover("FROM alpine\nCOPY no§pe /x/\n", "nope", {"matches nothing"});
  check_hover("FROM alpine AS a\nRUN touch /made\nFROM alpine\nCOPY --from=a /ma§de /x\n", "/made", {"line 2"});
}

TEST_CASE("hover: directives, checks and ignored rules") {
  check_hover("# esc§ape=`\nFROM alpine\n", "escape", {"escape character"});
  check_hover("# check=skip=StageName§Casing\nFROM alpine\n", "StageNameCasing", {"stage-name-casing"});
  check_hover("FROM alpine\n# slipway ignore=stage-name§-casing\nRUN true\n", "stage-name-casing", {"buildkit/StageNameCasing"});
}

TEST_CASE("hover: ports, signals, heredocs") {
  check_hover("FROM alpine\nEXPOSE 4§43/udp\n", "443/udp", {"Port 443, udp", "HTTPS"});
  check_hover("FROM alpine\nSTOPSIGNAL SIGQ§UIT\n", "SIGQUIT", {"3"});
  check_hover("FROM alpine\nRUN <<-'EO§F'\n\tx\n\tEOF\n", "EOF", {"quoted", "Tabs"});
}

TEST_CASE("hover: nothing on comments, blank lines and words of others") {
  check_silent("FROM alpine\n# RU§N is not here\nRUN true\n");
  check_silent("FROM alpine\n§\nRUN true\n");
  check_silent("FROM alpine\nRUN echo \\\n  # RU§N\n  EXPOSE\n");
  check_silent("FROM alpine\nCOPY <<EOF /x\nEXP§OSE 80\nEOF\n");
  check_silent("§");
}
