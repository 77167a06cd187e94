// What is offered, and what taking it does. Paths of the build context are in completion_paths_test.cpp.

#include "features/completion.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/features/document.h"

namespace {

using slipway::features::CompletionItem;
using slipway::features::SnippetSupport;
using Labels = std::vector<std::string>;

std::vector<CompletionItem> items_at(const slipway::test::MarkedText& marked) {
  auto items = slipway::features::completion(*slipway::test::make_document(marked.text), marked.place(), SnippetSupport::No);
  std::sort(items.begin(), items.end(), [](const CompletionItem& a, const CompletionItem& b) { return a.sort_text < b.sort_text; });
  return items;
}

const CompletionItem* find(const std::vector<CompletionItem>& items, const std::string& label) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const CompletionItem& item) { return item.label == label; });
  return found == items.end() ? nullptr : &*found;
}

void check_completion(std::string_view source, const Labels& has, const Labels& lacks = {}) {
  CAPTURE(source);
  const auto items = items_at(slipway::test::parse_marks(source));
  for (const auto& label : has) CHECK_MESSAGE(find(items, label) != nullptr, "lacks ", label);
  for (const auto& label : lacks) CHECK_MESSAGE(find(items, label) == nullptr, "offers ", label);
}

void check_nothing(std::string_view source) {
  CAPTURE(source);
  CHECK(items_at(slipway::test::parse_marks(source)).empty());
}

/// The first labels as they are shown.
void check_first(std::string_view source, const Labels& expected) {
  CAPTURE(source);
  Labels shown;
  for (const auto& item : items_at(slipway::test::parse_marks(source))) {
    if (shown.size() < expected.size()) shown.push_back(item.label);
  }
  CHECK(shown == expected);
}

void check_taking(std::string_view source, const std::string& label, std::string_view after) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto items = items_at(marked);
  const auto* item = find(items, label);
  REQUIRE_MESSAGE(item != nullptr, "lacks ", label);
  CHECK(slipway::text::apply_edits(marked.text, {item->edit}) == after);
}

}  // namespace

TEST_CASE("completion: an empty file begins with FROM; only ARG may come before it") {
  check_first("§", {"FROM"});
  check_completion("ARG V=1\n§\nFROM alpine:$V\n", {"ARG", "FROM"}, {"RUN", "COPY"});
}

TEST_CASE("completion: keywords follow the case of the file") {
  check_completion("from alpine\nrun true\nWOR§\n", {"workdir"}, {"WORKDIR"});
  check_completion("FROM alpine\nRUN true\nwor§\n", {"WORKDIR"}, {"workdir"});
  check_completion("fr§", {"from"});
}

TEST_CASE("completion: a keyword replaces the word, also in the middle of it and behind a byte order mark") {
  check_taking("FROM alpine\nWO§RK /app\n", "WORKDIR", "FROM alpine\nWORKDIR /app\n");
  check_taking(
      "\xEF\xBB\xBF"
      "FR§",
      "FROM",
      "\xEF\xBB\xBF"
      "FROM");
}

TEST_CASE("completion: ONBUILD keeps everything but FROM, MAINTAINER and ONBUILD") {
  check_completion("FROM alpine\nONBUILD §\n", {"RUN", "COPY"}, {"FROM", "MAINTAINER", "ONBUILD"});
  check_completion("FROM alpine\nONBUILD COPY --§ a /a\n", {"--chown=", "--from="}, {"--mount="});
}

TEST_CASE("completion: a line that continues another is no new instruction") {
  check_nothing("FROM alpine\nRUN apk update && \\\n    §\n");
  check_nothing("FROM alpine\nRUN apk update && \\\n# the rest\n\n    §\n");
  check_nothing("# escape=`\nFROM alpine\nRUN true `\n  §\n");
  check_completion("FROM alpine\nRUN echo a\\\\\n§\n", {"COPY"});
  check_completion("# escape=`\nFROM alpine\nWORKDIR C:\\\n§\n", {"COPY"});
}

TEST_CASE("completion: nothing is offered for a shell's commands") {
  check_nothing("FROM alpine\nRUN ec§ho x\n");
  check_nothing("FROM alpine\nENTRYPOINT [\"x§\"]\n");
}

TEST_CASE("completion: flags of the instruction that are not there yet, those behind the cursor included") {
  check_completion("FROM alpine\nCOPY --link --§ --chown=1 a /a\n", {"--from=", "--chmod="}, {"--link", "--chown=", "--mount="});
  check_completion("FROM alpine\nRUN --mount=type=tmpfs,target=/x -§\n", {"--mount=", "--network="});
  check_completion("FROM alpine\nHEALTHCHECK §\n", {"CMD", "NONE", "--interval="});
}

TEST_CASE("completion: behind the arguments there are no flags") {
  check_nothing("FROM alpine\nHEALTHCHECK CMD true --§\n");
  check_completion("FROM alpine\nCOPY src --§\n", {}, {"--from=", "--link"});
}

TEST_CASE("completion: a flag replaces the word with its dashes and keeps a value that is there") {
  check_taking("FROM alpine\nCOPY --li§ a /a\n", "--link", "FROM alpine\nCOPY --link a /a\n");
  check_taking("FROM alpine\nCOPY -§ a /a\n", "--link", "FROM alpine\nCOPY --link a /a\n");
  check_taking("FROM alpine\nCOPY --ch§own=1 a /a\n", "--chmod=", "FROM alpine\nCOPY --chmod=1 a /a\n");
}

TEST_CASE("completion: of a word that is broken over two lines only the rest can be put in") {
  check_taking("FROM alpine\nCOPY --li\\\nn§ a /a\n", "--link", "FROM alpine\nCOPY --li\\\nnk a /a\n");
  check_completion("FROM alpine\nCOPY --li\\\nn§ a /a\n", {}, {"--from="});
}

TEST_CASE("completion: --from takes stages before this one, the nearest first, unnamed ones by number") {
  check_first("FROM a AS one\nFROM b AS two\nFROM c\nFROM d\nCOPY --from=§ x y\nFROM e AS last\n", {"two", "one", "2"});
  check_completion("FROM a AS one\nCOPY --from=§ x y\n", {}, {"one", "0"});
  check_taking("FROM golang AS build\nFROM alpine\nCOPY --from=bu§ /x /x\n", "build",
               "FROM golang AS build\nFROM alpine\nCOPY --from=build /x /x\n");
}

TEST_CASE("completion: FROM takes earlier stages in the lower case that BuildKit stores, then images") {
  check_first("FROM alpine AS Base\nFROM §\n", {"base"});
  check_completion("FROM alpine AS base\nFROM § AS app\nFROM alpine AS later\n", {"base", "node", "--platform="}, {"app", "later"});
}

TEST_CASE("completion: an image keeps its tag, a tag keeps its image") {
  check_taking("FROM go§:1.22 AS x\n", "golang", "FROM golang:1.22 AS x\n");
  check_taking("FROM docker.io/library/node:22§\n", "22-alpine", "FROM docker.io/library/node:22-alpine\n");
  check_nothing("FROM localhost:5000/x:§\n");
}

TEST_CASE("completion: AS stands behind the image, in the file's case") {
  check_completion("FROM alpine §\n", {"AS"});
  check_completion("from alpine §\nrun true\n", {"as"});
  check_nothing("FROM alpine AS §\n");
}

TEST_CASE("completion: mount keys follow the type, wherever it stands") {
  check_completion("FROM alpine\nRUN --mount=§ true\n", {"type=cache", "type=bind"}, {"--network="});
  check_completion("FROM alpine\nRUN --mount=§,type=cache true\n", {"target=", "sharing=", "id="}, {"size=", "required=", "type=bind"});
  check_completion("FROM alpine\nRUN --mount=type=secret,id=x,§ true\n", {"required=", "env="}, {"id=", "sharing=", "from="});
  check_completion("FROM alpine\nRUN --mount=type=cache,dst=/x,§ true\n", {"id="}, {"target="});
}

TEST_CASE("completion: mount values replace one field") {
  check_taking("FROM alpine\nRUN --mount=type=ca§,target=/x true\n", "cache", "FROM alpine\nRUN --mount=type=cache,target=/x true\n");
  check_taking("FROM alpine AS data\nFROM alpine\nRUN --mount=source=/é😀,from=d§,target=/x ls\n", "data",
               "FROM alpine AS data\nFROM alpine\nRUN --mount=source=/é😀,from=data,target=/x ls\n");
}

TEST_CASE("completion: variables in force at the cursor, and no others") {
  check_completion("ARG GLOB=1\nFROM alpine\nARG MINE=2\nRUN echo $§\nARG AFTER=3\n", {"MINE"}, {"GLOB", "AFTER"});
  check_completion("ARG TAG=3\nFROM alpine AS a\nARG INNER=1\nFROM alpine:$§\n", {"TAG", "TARGETARCH"}, {"INNER"});
  check_completion("FROM alpine AS a\nENV ZED=1\nFROM a\nRUN echo ${§}\n", {"ZED"});
  check_completion("FROM alpine\nENV OLD=0\nENV NEW=1 SUM=$§\n", {"OLD"}, {"NEW", "SUM"});
  check_completion("FROM alpine\nARG A=1 B=$§\n", {"A"}, {"B"});
}

TEST_CASE("completion: ARGs are gone when the container runs") {
  check_completion("FROM alpine\nARG BUILD=1\nENV RUNS=1\nCMD echo $§\n", {"RUNS"}, {"BUILD"});
}

TEST_CASE("completion: an open brace is closed, a closed one is left alone") {
  check_taking("FROM a\nENV APP=1\nEXPOSE 80 ${A§\n", "APP", "FROM a\nENV APP=1\nEXPOSE 80 ${APP}\n");
  check_taking("FROM a\nENV APP=1\nWORKDIR ${A§}\n", "APP", "FROM a\nENV APP=1\nWORKDIR ${APP}\n");
  check_taking("FROM a\nENV APP=1\nWORKDIR /${A§:-y}\n", "APP", "FROM a\nENV APP=1\nWORKDIR /${APP:-y}\n");
}

TEST_CASE("completion: no variable where the dollar stands for itself") {
  check_nothing("FROM alpine\nENV A=1\nRUN echo '$§'\n");
  check_nothing("FROM alpine\nENV A=1\nLABEL x=\\$§\n");
  check_nothing("FROM alpine\nENV A=1\n# $§\n");
  check_nothing("FROM alpine\nENV A=1\nCOPY <<'EOF' /x\n$§\nEOF\n");
  check_completion("FROM alpine\nENV A=1\nRUN echo \"it's $§\"\n", {"A"});
}

TEST_CASE("completion: variables inside heredocs, also while the end is missing") {
  check_completion("FROM alpine\nENV A=1\nRUN <<EOF\necho $§\nEOF\n", {"A"});
  check_completion("FROM alpine\nENV A=1\nRUN <<EOF\necho $§\n", {"A"});
}

TEST_CASE("completion: ARG in a stage takes global ARGs and platform names") {
  check_first("ARG VERSION=1\nFROM alpine\nARG §\n", {"VERSION", "BUILDPLATFORM"});
}

TEST_CASE("completion: fixed words of EXPOSE, STOPSIGNAL, SHELL, LABEL and USER") {
  check_taking("FROM alpine\nEXPOSE 80/§\n", "udp", "FROM alpine\nEXPOSE 80/udp\n");
  check_completion("FROM alpine\nSTOPSIGNAL SIG§\n", {"SIGTERM", "SIGQUIT"});
  check_completion("FROM alpine\nSHELL §\n", {"[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]"});
  check_completion("FROM alpine\nLABEL org§\n", {"org.opencontainers.image.source"});
  check_first("FROM alpine\nRUN adduser -D app\nUSER §\n", {"app"});
}

TEST_CASE("completion: directives in the first lines only, each once") {
  check_completion("# §\nFROM alpine\n", {"syntax=", "escape=", "check="});
  check_completion("# syntax=docker/dockerfile:1\n# §\nFROM alpine\n", {"escape="}, {"syntax="});
  check_completion("\n# §\nFROM alpine\n", {}, {"syntax=", "escape="});
  check_completion("FROM alpine\n# esc§\n", {}, {"escape="});
  check_taking("#§\nFROM alpine\n", "syntax=", "# syntax=\nFROM alpine\n");
  check_completion("# escape=§\nFROM alpine\n", {"`"});
}

TEST_CASE("completion: options of check and the checks it can skip") {
  check_completion("# check=§\nFROM alpine\n", {"skip=", "error="});
  check_taking("# check=skip=Stage§\nFROM alpine\n", "StageNameCasing", "# check=skip=StageNameCasing\nFROM alpine\n");
  check_completion("# check=skip=StageNameCasing,§\nFROM alpine\n", {"DuplicateStageName"}, {"StageNameCasing"});
}

TEST_CASE("completion: the end of a heredoc that has none") {
  check_taking("FROM alpine\nRUN <<-SETUP\n\ttrue\n\tS§\n", "SETUP", "FROM alpine\nRUN <<-SETUP\n\ttrue\n\tSETUP\n");
  check_nothing("FROM alpine\nRUN <<EOF\nWOR§\nEOF\n");
}

TEST_CASE("completion: snippets carry on behind the keyword") {
  const auto marked = slipway::test::parse_marks("FROM alpine\nHEAL§\n");
  const auto items = slipway::features::completion(*slipway::test::make_document(marked.text), marked.place(), SnippetSupport::Yes);
  const auto* item = find(items, "HEALTHCHECK CMD command");
  REQUIRE(item != nullptr);
  CHECK(item->is_snippet);
  CHECK(item->edit.new_text ==
        "HEALTHCHECK --interval=${1:30s} --timeout=${2:5s} --start-period=${3:10s} --retries=${4:3} CMD ${5:command}");
}

TEST_CASE("completion: what is offered can be explained") {
  const auto marked = slipway::test::parse_marks("FROM alpine\nCOPY --§ a b\n");
  for (const auto& item : items_at(marked)) {
    const auto text = slipway::features::completion_documentation(item.documentation_key);
    CHECK_MESSAGE(text.has_value(), item.label);
  }
  CHECK_FALSE(slipway::features::completion_documentation("keyword:NOPE").has_value());
  CHECK_FALSE(slipway::features::completion_documentation("").has_value());
}
