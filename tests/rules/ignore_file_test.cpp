// Which .dockerignore counts, and what one does that cannot be read.

#include <doctest/doctest.h>

#include <map>

#include "lint/engine.h"
#include "lint/registry.h"
#include "snapshot/document_snapshot.h"

namespace slipway::test {

namespace {

using Files = std::map<std::string, std::string>;

/// What BuildKit's checks and errors say of a Dockerfile at /context/Dockerfile: the name of the rule and the message, one a line.
std::string said(std::string dockerfile, Files files) {
  const auto document = snapshot::make_snapshot("/context/Dockerfile", std::move(dockerfile), snapshot::in_memory(std::move(files)));
  std::string out;
  for (const auto& finding : lint::run(*document, {lint::find_rules("buildkit"), {}}, nullptr))
    out += std::string(finding.rule->name) + ": " + finding.message + "\n";
  return out;
}

constexpr auto copies_a = "FROM alpine\nCOPY a b /x/\n";
constexpr auto a_is_ignored = "copy-ignored-file: Attempting to Copy file \"a\" that is excluded by .dockerignore\n";
constexpr auto cannot_be_read =
    "buildkit-error: syntax error in pattern. A line of .dockerignore cannot be read, and every build of this file ends with that.\n";

}  // namespace

TEST_CASE("ignore file: the one named after the Dockerfile takes the place of the context's") {
  CHECK(said(copies_a, {}).empty());
  CHECK(said(copies_a, {{"/context/.dockerignore", "a\n"}}) == a_is_ignored);
  CHECK(said(copies_a, {{"/context/.dockerignore", "b\n"}, {"/context/Dockerfile.dockerignore", "a\n"}}) == a_is_ignored);
  CHECK(said(copies_a, {{"/context/.dockerignore", "a\n"}, {"/context/Dockerfile.dockerignore", ""}}).empty());
}

TEST_CASE("ignore file: the context's root counts, not the Dockerfile's folder") {
  auto document = std::make_shared<snapshot::DocumentSnapshot>(
      *snapshot::make_snapshot("/context/docker/Dockerfile", copies_a,
                               snapshot::in_memory({{"/context/.dockerignore", "a\n"}, {"/context/docker/.dockerignore", "b\n"}})));
  document->context_folder = "/context";
  const auto found = lint::run(*document, {lint::find_rules("copy-ignored-file"), {}}, nullptr);
  REQUIRE(found.size() == 1);
  CHECK(found.front().message.find("\"a\"") != std::string::npos);
}

TEST_CASE("ignore file: one that cannot be read is an error, which no comment silences") {
  const Files files = {{"/context/.dockerignore", "a\n[\n"}};
  CHECK(said(copies_a, files) == cannot_be_read);
  CHECK(said(std::string("# check=skip=all\n") + copies_a, files) == cannot_be_read);
  CHECK(said("# check=error=true\nFROM a\nCMD x\n", files).find("lint violation") == std::string::npos);
}

TEST_CASE("ignore file: no build comes to it without a stage") {
  CHECK(said("ARG A\n", {{"/context/.dockerignore", "!\n"}}) == "buildkit-error: dockerfile contains no stages to build\n");
}

}  // namespace slipway::test
