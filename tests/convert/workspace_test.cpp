#include <doctest/doctest.h>

#include "refactor/workspace.h"

namespace slipway::refactor {

namespace {

Workspace workspace_of(std::map<std::string, std::string> files) {
  return Workspace(*snapshot::make_snapshot("/c/Dockerfile", "FROM scratch\n", snapshot::in_memory(std::move(files))));
}

}  // namespace

TEST_CASE("ignored files are not there") {
  const Workspace workspace = workspace_of({{"/c/.dockerignore", "# x\nnode_modules\n**/*.log\ndocs/*\n!docs/keep.md\n"},
                                            {"/c/a.js", ""},
                                            {"/c/x/y.log", ""},
                                            {"/c/node_modules/m/i.js", ""},
                                            {"/c/docs/keep.md", ""},
                                            {"/c/docs/other.md", ""}});
  CHECK(workspace.present());
  CHECK(workspace.is_file("a.js"));
  CHECK_FALSE(workspace.is_file("x/y.log"));
  CHECK_FALSE(workspace.is_folder("node_modules"));
  CHECK(workspace.is_file("docs/keep.md"));
  CHECK_FALSE(workspace.is_file("docs/other.md"));
}

TEST_CASE("a context with nothing but a Dockerfile shows nothing") {
  CHECK_FALSE(workspace_of({{"/c/Dockerfile", ""}, {"/c/.dockerignore", ""}}).present());
  CHECK_FALSE(Workspace().present());
}

TEST_CASE("patterns of COPY") {
  const Workspace workspace = workspace_of({{"/c/package.json", ""}, {"/c/package-lock.json", ""}, {"/c/src/a.js", ""}});
  CHECK(workspace.matching("package*.json") == std::vector<std::string>{"package-lock.json", "package.json"});
  CHECK(workspace.matching("./src") == std::vector<std::string>{"src"});
  CHECK(workspace.matching(".") == std::vector<std::string>{""});
  CHECK(workspace.matching("none").empty());
}

}  // namespace slipway::refactor
