// The engine: order, selection, cancellation, fixes that collide.

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

#include "lint/engine.h"
#include "lint/registry.h"
#include "tests/rules/fixtures.h"

namespace slipway::test {

namespace {

constexpr const char* many_findings =
    "FROM alpine AS Build\n"
    "FROM alpine AS Build\n"
    "COPY --from=biuld /a /b\n"
    "COPY --from=1 /a /b\n";

}

TEST_CASE("findings come in the order of their places, then of rule names, the same every time") {
  const auto opened = document(many_findings);
  const auto first = lint::run(*opened, {}, nullptr);
  CHECK(first.size() >= 4);
  CHECK(std::is_sorted(first.begin(), first.end(),
                       [](const auto& a, const auto& b) { return a.range != b.range ? a.range < b.range : a.rule->name < b.rule->name; }));
  const auto second = lint::run(*opened, {}, nullptr);
  REQUIRE(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].message == second[i].message);
}

TEST_CASE("only and skip choose rules") {
  const auto opened = document(many_findings);
  const auto casing = lint::find_rules("stage-name-casing");
  for (const auto& finding : lint::run(*opened, {casing, {}}, nullptr)) CHECK(finding.rule->name == "stage-name-casing");
  for (const auto& finding : lint::run(*opened, {{}, casing}, nullptr)) CHECK(finding.rule->name != "stage-name-casing");
  CHECK(lint::run(*opened, {casing, casing}, nullptr).empty());
}

TEST_CASE("a cancelled run ends with what it has") {
  const std::atomic<bool> cancelled{true};
  CHECK(lint::run(*document(many_findings), {}, &cancelled).empty());
}

TEST_CASE("of two fixes that overlap the first is applied whole and the other waits") {
  const std::string text = "abcdef";
  const auto first = lint::replace({1, 3}, "XX", "first");
  const auto second = lint::replace({2, 5}, "YYY", "second");
  const lint::Fix apart = {"apart", lint::Safety::Safe, {{{4, 5}, "Z"}, {{2, 3}, "Q"}}};
  CHECK(lint::apply_fixes(text, {&second, &first}) == "aXXdef");
  CHECK(lint::apply_fixes(text, {&first, &apart}) == "aXXdef");
  CHECK(lint::apply_fixes(text, {&apart}) == "abQdZf");
}

TEST_CASE("thirty thousand lines take well under a second") {
  std::string text = "FROM alpine AS base\n";
  for (int i = 0; i < 30'000; ++i) text += "RUN echo " + std::to_string(i) + " && true\n";
  const auto opened = document(text);
  CHECK(opened->model().stages.size() == 1);
  const auto begin = std::chrono::steady_clock::now();
  CHECK(lint::run(*opened, {}, nullptr).size() < 100);
  const auto taken = std::chrono::steady_clock::now() - begin;
  MESSAGE("lint: " << std::chrono::duration_cast<std::chrono::microseconds>(taken).count() << " us");
  CHECK(taken < std::chrono::seconds(2));
}

}  // namespace slipway::test
