#include "features/code_actions.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/features/document.h"

namespace {

using slipway::features::CodeAction;

std::vector<CodeAction> actions_at(const slipway::test::MarkedText& marked, const slipway::test::ContextFiles& files = {}) {
  return slipway::features::code_actions(*slipway::test::make_document(marked.text, files), {marked.place(), marked.place()});
}

bool has_title(const std::vector<CodeAction>& actions, std::string_view part) {
  return std::any_of(actions.begin(), actions.end(),
                     [&](const CodeAction& action) { return action.title.find(part) != std::string::npos; });
}

void check_taking(std::string_view source, std::string_view title, std::string_view after) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto actions = actions_at(marked);
  const auto action =
      std::find_if(actions.begin(), actions.end(), [&](const CodeAction& other) { return other.title.find(title) != std::string::npos; });
  REQUIRE(action != actions.end());
  const auto edits = slipway::features::resolve_action(*slipway::test::make_document(marked.text), action->key);
  REQUIRE(edits.has_value());
  CHECK(slipway::text::apply_edits(marked.text, *edits) == after);
}

}  // namespace

TEST_CASE("code actions: the fix of a finding at the cursor") {
  check_taking("FROM alpine:3 AS Bu§ild\nUSER 1\n", "build", "FROM alpine:3 AS build\nUSER 1\n");
  CHECK_FALSE(has_title(actions_at(slipway::test::parse_marks("FROM alpine:3 AS Build\nUSER§ 1\n")), "'build'"));
}

TEST_CASE("code actions: an ignore comment above the instruction, joined to one that is there") {
  check_taking("FROM alpine:3\n\n  FROM alpine:3 AS Bu§ild\r\n", "Ignore StageNameCasing",
               "FROM alpine:3\n\n  # slipway ignore=stage-name-casing\n  FROM alpine:3 AS Build\r\n");
  check_taking("# slipway ignore=other\nFROM alpine:3 AS Bu§ild\n", "Ignore StageNameCasing",
               "# slipway ignore=other,stage-name-casing\nFROM alpine:3 AS Build\n");
}

TEST_CASE("code actions: all that is safe in the file") {
  check_taking("FROM alpine:3 AS One\nFROM alpine:3 AS Tw§o\n", "Fix all that is safe", "FROM alpine:3 AS one\nFROM alpine:3 AS two\n");
}

TEST_CASE("code actions: a conversion is offered at the FROM of a file that can be converted") {
  const slipway::test::ContextFiles files = {{"go.mod", "module example.com/app\n\ngo 1.22\n"},
                                             {"main.go", "package main\n\nfunc main() {}\n"}};
  const auto source = "FROM§ golang:1.22\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nCMD [\"/app\"]\n";
  CHECK(has_title(actions_at(slipway::test::parse_marks(source), files), "multi-stage"));
  CHECK_FALSE(has_title(actions_at(slipway::test::parse_marks("FROM§ nginx:1.27\nCOPY site /usr/share/nginx/html\n")), "multi-stage"));
}

TEST_CASE("code actions: a key of another text resolves to nothing") {
  const auto document = slipway::test::make_document("FROM alpine:3 AS build\nUSER 1\n");
  for (const auto* key : {"", "fix", "fix:", "fix:stage-name-casing:0:0", "ignore:x:999999", "rule:stage-name-casing", "convert"}) {
    CAPTURE(key);
    CHECK_FALSE(slipway::features::resolve_action(*document, key).has_value());
  }
}
