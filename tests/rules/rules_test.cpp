// What holds for every case of every rule: the golden, and what a fix must never break.

#include <doctest/doctest.h>

#include "lint/engine.h"
#include "lint/excerpt.h"
#include "semantic/analysis.h"
#include "tests/rules/fixtures.h"

namespace slipway::test {

namespace {

std::string golden_text(const Fixture& fixture, const snapshot::SnapshotPtr& document) {
  std::string out;
  for (const auto& finding : findings(*fixture.rule, document)) {
    if (!out.empty()) out += "\n";
    out += lint::excerpt(*document->analysis, finding);
  }
  return out;
}

std::vector<const lint::Fix*> first_fixes(const std::vector<lint::Finding>& found) {
  std::vector<const lint::Fix*> out;
  for (const auto& finding : found) {
    if (!finding.fixes.empty()) out.push_back(&finding.fixes.front());
  }
  return out;
}

/// Applies the rule's fixes until none is left.
void check_fixes_converge(const Fixture& fixture, std::string text) {
  constexpr int most_rounds = 10;
  for (int round = 0; round < most_rounds; ++round) {
    const auto before = document(text, folder_of(*fixture.rule));
    const auto found = findings(*fixture.rule, before);
    const auto fixes = first_fixes(found);
    if (fixes.empty()) return;
    auto after = lint::apply_fixes(text, fixes);
    CHECK_MESSAGE(after != text, "a fix changes nothing");
    CHECK_MESSAGE(document(after, folder_of(*fixture.rule))->analysis->tree.error_count() <= before->analysis->tree.error_count(),
                  "a fix breaks the file");
    text = std::move(after);
  }
  FAIL_CHECK("the fixes do not come to an end");
}

void check_safety_is_true(const Fixture& fixture, const std::vector<lint::Finding>& found) {
  for (const auto& finding : found) {
    for (const auto& fix : finding.fixes) {
      CHECK_MESSAGE(fixture.rule->fix.has_value(), "the rule has a fix that it does not declare");
      CHECK_MESSAGE(!(fixture.rule->fix == lint::Safety::Safe && fix.safety == lint::Safety::Unsafe), "the rule declares its fixes safe");
      CHECK_MESSAGE(!fix.edits.empty(), "a fix without edits");
    }
  }
}

/// The findings of a text that was typed are those of a text that was opened.
void check_incremental_is_full(const Fixture& fixture, const std::string& text) {
  const auto half = text.substr(0, text.size() / 2);
  semantic::Analyzer analyzer;
  const auto before = analyzer.analyze(text::SourceText(half));
  const text::TextEdit edit{{static_cast<text::Offset>(half.size()), static_cast<text::Offset>(half.size())}, text.substr(half.size())};
  auto typed = std::make_shared<snapshot::DocumentSnapshot>(*document(text, folder_of(*fixture.rule)));
  typed->analysis = analyzer.advance(*before, text::SourceText(text), {edit});
  const auto opened = document(text, folder_of(*fixture.rule));
  CHECK(golden_text(fixture, typed) == golden_text(fixture, opened));
}

}  // namespace

TEST_CASE("every case of every rule gives its golden, and its fixes hold what they promise") {
  for (const auto& fixture : fixtures()) {
    CAPTURE(fixture.name);
    const auto text = read(fixture.dockerfile).value_or("");
    const auto opened = document(text, folder_of(*fixture.rule));
    const auto found = findings(*fixture.rule, opened);
    check_file(fixture.golden, golden_text(fixture, opened));
    check_safety_is_true(fixture, found);
    check_fixes_converge(fixture, text);
    check_incremental_is_full(fixture, text);
  }
}

TEST_CASE("a finding lies inside the file") {
  for (const auto& fixture : fixtures()) {
    CAPTURE(fixture.name);
    const auto opened = document(read(fixture.dockerfile).value_or(""), folder_of(*fixture.rule));
    for (const auto& finding : findings(*fixture.rule, opened)) {
      CHECK(finding.range.begin <= finding.range.end);
      CHECK(finding.range.end <= opened->analysis->source.size());
      CHECK(!finding.message.empty());
    }
  }
}

}  // namespace slipway::test
