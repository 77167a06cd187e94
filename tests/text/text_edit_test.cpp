#include <doctest/doctest.h>

#include <random>

#include "text/text_edit.h"

using slipway::text::apply_edits;
using slipway::text::difference;

TEST_CASE("apply_edits: edits speak of the text before them, in any order") {
  CHECK(apply_edits("FROM a\nRUN b\n", {{{11, 12}, "true"}, {{5, 6}, "alpine"}}) == "FROM alpine\nRUN true\n");
}

TEST_CASE("apply_edits: of edits that overlap, the first by position wins") {
  CHECK(apply_edits("abcdef", {{{2, 5}, "X"}, {{1, 3}, "Y"}}) == "aYdef");
}

TEST_CASE("apply_edits: insertions at one place keep their order") { CHECK(apply_edits("ab", {{{1, 1}, "1"}, {{1, 1}, "2"}}) == "a12b"); }

TEST_CASE("difference: is small and never cuts a character") {
  CHECK(difference("FROM a\n", "FROM ab\n") == slipway::text::TextEdit{{6, 6}, "b"});
  const auto edit = difference("é", "è");  // both begin with the byte C3
  CHECK(edit.range.begin == 0);
  CHECK(edit.new_text == "è");
}

TEST_CASE("difference: applied to the text before gives the text after") {
  std::mt19937 random(7);
  const auto letters = [&] {
    std::string out;
    for (auto n = random() % 12; n > 0; --n) out += "aé\n"[random() % 4];
    return out;
  };
  for (int i = 0; i < 2000; ++i) {
    const auto before = letters();
    const auto after = letters();
    CHECK(apply_edits(before, {difference(before, after)}) == after);
  }
}
