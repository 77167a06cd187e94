// Comments that switch findings off, and what they cannot switch off.

#include <doctest/doctest.h>

#include "lint/engine.h"
#include "lint/registry.h"
#include "tests/rules/fixtures.h"

namespace slipway::test {

namespace {

/// The lines on which the rule finds something, separated by blanks.
std::string lines_found(std::string_view rule, const std::string& text) {
  const auto opened = document(text);
  std::string out;
  for (const auto& finding : lint::run(*opened, {lint::find_rules(rule), {}}, nullptr)) {
    out += (out.empty() ? "" : " ") + std::to_string(opened->analysis->line_of(finding.range.begin));
  }
  return out;
}

constexpr auto rule = "stage-name-casing";

}  // namespace

TEST_CASE("ignore comments: the next instruction, and only that one") {
  CHECK(lines_found(rule, "# slipway ignore=stage-name-casing\nFROM a AS One\nFROM a AS Two\n") == "3");
  CHECK(lines_found(rule, "FROM a\n  # Slipway Ignore=unused-stage, StageNameCasing because of the tool\n# more\nFROM a AS One\n") == "");
  CHECK(lines_found(rule, "FROM a AS One\n# slipway ignore=stage-name-casing\n") == "1");
}

TEST_CASE("ignore comments: the whole file, from anywhere in it") {
  CHECK(lines_found(rule, "FROM a AS One\nFROM a AS Two\n# slipway ignore-file=buildkit\n") == "");
  CHECK(lines_found(rule, "# slipway ignore-file=unused-stage\nFROM a AS One\n") == "2");
}

TEST_CASE("ignore comments: those for hadolint leave BuildKit's own checks alone") {
  CHECK(lines_found(rule, "# hadolint ignore=StageNameCasing\nFROM a AS One\n") == "2");
  CHECK(lines_found("final-stage-root", "# hadolint global ignore=final-stage-root\nFROM a\n") == "");
}

TEST_CASE("ignore comments: hadolint's for a stage reach to its end") {
  const std::string two_stages = "FROM a:1 AS one\nRUN sudo x\nRUN sudo y\n";
  CHECK(lines_found("DL3004", "# hadolint stage ignore=DL3004\n" + two_stages + "FROM b:1\nRUN sudo z\n") == "6");
  CHECK(lines_found("DL3004", two_stages + "# hadolint stage ignore=DL3004\nFROM b:1\nRUN sudo z\n") == "2 3");
}

TEST_CASE("ignore comments: what does not build stays, and other comments mean nothing") {
  CHECK(lines_found("buildkit-error", "# slipway ignore-file=buildkit-error\nFROM a\nRUM x\n") == "3");
  CHECK(lines_found(rule, "# ignore=stage-name-casing\n# slipwayignore=stage-name-casing\nFROM a AS One\n") == "3");
}

}  // namespace slipway::test
