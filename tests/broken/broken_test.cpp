// Broken text: every beginning of a text, and every text with one character missing. Of the vectors a fixed share is looked at, so that the
// test takes seconds; SLIPWAY_BROKEN=all looks at everything.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "tests/broken/laws.h"
#include "tests/broken/samples.h"
#include "tests/property/analysis_text.h"
#include "text/text_edit.h"

namespace slipway::test {

namespace {

constexpr std::size_t largest_text = 4000;       // bytes; the few longer ones cost much and show nothing more
constexpr std::size_t texts_of_vectors = 30000;  // of each kind

bool wants_all() {
  const char* wish = std::getenv("SLIPWAY_BROKEN");  // NOLINT(concurrency-mt-unsafe): one thread
  return wish != nullptr && std::string_view(wish) == "all";
}

/// A text of the samples, broken at one character.
struct Break {
  const std::string* whole = nullptr;
  Character at;
};

/// Every `share`-th place of all texts, counted through, so that the choice is the same in every run and no text is passed over for long.
std::vector<Break> breaks(const std::vector<std::string>& texts, std::size_t most) {
  std::vector<Break> all;
  for (const auto& text : texts) {
    if (text.size() > largest_text) continue;
    for (const auto at : characters(text)) all.push_back({&text, at});
  }
  const auto share = wants_all() ? 1 : std::max<std::size_t>(1, (all.size() + most - 1) / most);
  std::vector<Break> chosen;
  for (std::size_t n = 0; n < all.size(); n += share) chosen.push_back(all[n]);
  return chosen;
}

/// What an edit gives is what opening the edited text gives, for readers, rules and features.
void check_edit(const Break& place, const std::string& before, const text::TextEdit& edit, const std::string& after) {
  CAPTURE(*place.whole);
  CAPTURE(place.at.begin);
  semantic::Analyzer analyzer;
  const auto old = analyzer.analyze(text::SourceText(before));
  const auto advanced = analyzer.advance(*old, text::SourceText(after), {edit});
  const auto fresh = open(after);
  CHECK(analysis_text(*advanced) == analysis_text(*fresh->analysis));
  check_reading(*fresh->analysis);
  check_features(*fresh, edit.range.begin + static_cast<text::Offset>(edit.new_text.size()));
  const auto findings = check_lint(*fresh);
  snapshot::DocumentSnapshot typed = *fresh;
  typed.analysis = advanced;
  CHECK(check_lint(typed) == findings);
}

/// The text up to and with a character, which was typed last.
void check_beginning(const Break& place) {
  const auto before = place.whole->substr(0, place.at.begin);
  const auto after = place.whole->substr(0, place.at.end);
  const auto at = static_cast<text::Offset>(place.at.begin);
  check_edit(place, before, {{at, at}, after.substr(place.at.begin)}, after);
}

/// The text without a character, which was deleted.
void check_deletion(const Break& place) {
  const auto after = place.whole->substr(0, place.at.begin) + place.whole->substr(place.at.end);
  check_edit(place, *place.whole, {{static_cast<text::Offset>(place.at.begin), static_cast<text::Offset>(place.at.end)}, ""}, after);
}

}  // namespace

TEST_CASE("broken text: nothing at all, and single characters") {
  for (const std::string text : {"", "\n", "\r", "\\", "#", "\"", "$", "<", "\xEF\xBB\xBF", "\xFF", "{", "["}) {
    CAPTURE(text);
    const auto document = open(text);
    check_reading(*document->analysis);
    check_features(*document, document->analysis->source.size());
    check_lint(*document);
  }
}

TEST_CASE("broken text: every beginning of the built-in texts") {
  for (const auto& place : breaks(built_in_texts(), texts_of_vectors)) check_beginning(place);
}

TEST_CASE("broken text: the built-in texts with any character missing") {
  for (const auto& place : breaks(built_in_texts(), texts_of_vectors)) check_deletion(place);
}

TEST_CASE("broken text: beginnings of the vectors") {
  const auto texts = vector_texts();
  if (texts.empty()) MESSAGE("skipped: no vectors beside the checkout");
  for (const auto& place : breaks(texts, texts_of_vectors)) check_beginning(place);
}

TEST_CASE("broken text: the vectors with a character missing") {
  const auto texts = vector_texts();
  if (texts.empty()) MESSAGE("skipped: no vectors beside the checkout");
  for (const auto& place : breaks(texts, texts_of_vectors)) check_deletion(place);
}

}  // namespace slipway::test
