// What a fix must never break, on every file of the corpus beside the checkout: fixing again and again comes to an end, the text parses no
// worse, it builds no worse, and no warning appears that was not there.

#include <doctest/doctest.h>

#include <map>

#include "lint/engine.h"
#include "tests/rules/fixtures.h"

namespace slipway::test {

namespace fs = std::filesystem;

namespace {

constexpr int most_rounds = 10;

/// How many findings of level warning or above each rule has.
std::map<std::string_view, int> warnings(const std::vector<lint::Finding>& findings) {
  std::map<std::string_view, int> out;
  for (const auto& finding : findings) {
    if (finding.level >= lint::Level::Warning) ++out[finding.rule->name];
  }
  return out;
}

std::vector<const lint::Fix*> first_fixes(const std::vector<lint::Finding>& findings, lint::Safety safety) {
  std::vector<const lint::Fix*> out;
  for (const auto& finding : findings) {
    if (!finding.fixes.empty() && (safety == lint::Safety::Unsafe || finding.fixes.front().safety == lint::Safety::Safe))
      out.push_back(&finding.fixes.front());
  }
  return out;
}

/// What is wrong with fixing this text; empty when nothing is.
std::string complaint(const std::string& text, lint::Safety safety) {
  auto current = text;
  const auto before = document(text);
  auto findings = lint::run(*before, {}, nullptr);
  const auto known = warnings(findings);
  for (int round = 0;; ++round) {
    const auto fixes = first_fixes(findings, safety);
    if (fixes.empty()) break;
    if (round == most_rounds) return "does not come to an end: " + fixes.front()->title;
    current = lint::apply_fixes(current, fixes);
    findings = lint::run(*document(current), {}, nullptr);
  }
  const auto after = document(current);
  if (after->analysis->tree.error_count() > before->analysis->tree.error_count()) return "parses worse";
  if (after->analysis->build().errors.size() > before->analysis->build().errors.size())
    return after->analysis->build().errors.back().message;
  for (const auto& [rule, count] : warnings(findings)) {
    const auto was = known.find(rule);
    if (count > (was == known.end() ? 0 : was->second)) return "new warnings of " + std::string(rule);
  }
  return {};
}

}  // namespace

TEST_CASE("fixes hold what they promise in every file of the corpus") {
  std::error_code missing;
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(source_folder() / ".." / "shared" / "corpus" / "files", missing)) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const auto text = read(entry.path()).value_or("");
    for (const auto safety : {lint::Safety::Safe, lint::Safety::Unsafe}) {
      const auto wrong = complaint(text, safety);
      CHECK_MESSAGE(wrong.empty(), entry.path().filename().string() << ": " << wrong);
    }
  }
  MESSAGE("files of the corpus: " << files);
}

}  // namespace slipway::test
