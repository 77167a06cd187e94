// Paths for COPY, ADD and bind mounts: of the build context, and of the stage behind --from.

#include <doctest/doctest.h>

#include <algorithm>

#include "features/completion.h"
#include "tests/features/document.h"

namespace {

using slipway::features::CompletionItem;

const slipway::test::ContextFiles& context() {
  static const slipway::test::ContextFiles files = {{"go.mod", "module x\n"},
                                                    {"src/main.go", "package main\n"},
                                                    {"src/util/util.go", "package util\n"},
                                                    {"node_modules/a.js", ""},
                                                    {"debug.log", ""},
                                                    {"with blank.txt", ""},
                                                    {".dockerignore", "node_modules\n*.log\n"}};
  return files;
}

std::vector<CompletionItem> items_at(const slipway::test::MarkedText& marked) {
  return slipway::features::completion(*slipway::test::make_document(marked.text, context()), marked.place(),
                                       slipway::features::SnippetSupport::No);
}

/// Labels of paths, in the order of the alphabet.
void check_paths(std::string_view source, std::vector<std::string> expected) {
  CAPTURE(source);
  std::vector<std::string> labels;
  for (const auto& item : items_at(slipway::test::parse_marks(source))) {
    const bool is_path = item.kind == slipway::features::CompletionKind::Path || item.kind == slipway::features::CompletionKind::Directory;
    if (is_path) labels.push_back(item.label);
  }
  std::sort(labels.begin(), labels.end());
  CHECK(labels == expected);
}

void check_taking(std::string_view source, const std::string& label, std::string_view after) {
  CAPTURE(source);
  const auto marked = slipway::test::parse_marks(source);
  const auto items = items_at(marked);
  const auto item = std::find_if(items.begin(), items.end(), [&](const CompletionItem& other) { return other.label == label; });
  REQUIRE_MESSAGE(item != items.end(), "lacks ", label);
  CHECK(slipway::text::apply_edits(marked.text, {item->edit}) == after);
}

}  // namespace

TEST_CASE("completion: sources come from the build context, without what .dockerignore leaves out") {
  check_paths("FROM alpine\nCOPY § /app/\n", {"Dockerfile", "go.mod", "src/"});
  check_paths("FROM alpine\nCOPY src/§ /app/\n", {"main.go", "util/"});
  check_paths("FROM alpine\nRUN --mount=source=§ ls\n", {"Dockerfile", "go.mod", "src/"});
}

TEST_CASE("completion: a path replaces the word and keeps the folders before it") {
  check_taking("FROM alpine\nCOPY go.mod src/ma§ /app/\n", "main.go", "FROM alpine\nCOPY go.mod src/main.go /app/\n");
  check_taking("FROM alpine\nCOPY ./go§ /app/\n", "go.mod", "FROM alpine\nCOPY ./go.mod /app/\n");
  check_taking("FROM alpine\nONBUILD COPY \\\n  # one\n  /src/ma§ /x\n", "main.go",
               "FROM alpine\nONBUILD COPY \\\n  # one\n  /src/main.go /x\n");
}

TEST_CASE("completion: names with blanks fit into JSON arrays only") {
  check_taking("FROM alpine\nCOPY [\"with§\", \"/app/\"]\n", "with blank.txt", "FROM alpine\nCOPY [\"with blank.txt\", \"/app/\"]\n");
}

TEST_CASE("completion: behind --from nothing comes from the build context, but what the stage makes") {
  check_paths("FROM alpine\nCOPY --from=nginx § /app/\n", {});
  check_paths("FROM golang AS build\nWORKDIR /src\nRUN mkdir -p out && go build -o out/server .\nFROM alpine\nCOPY --from=build /src/§\n",
              {"/src/", "/src/out/", "/src/out/server"});
}

TEST_CASE("completion: a destination may be the working directory") {
  check_taking("FROM alpine\nWORKDIR /srv\nCOPY go.mod §\n", "/srv/", "FROM alpine\nWORKDIR /srv\nCOPY go.mod /srv/\n");
  check_taking("FROM alpine\nWORKDIR /srv\nWORKDIR §\n", "/srv/", "FROM alpine\nWORKDIR /srv\nWORKDIR /srv/\n");
}
