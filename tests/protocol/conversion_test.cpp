#include <doctest/doctest.h>

#include <random>

#include "host/conversion.h"
#include "tests/support/marked_text.h"

namespace slipway::host {

namespace {

lsp::ContentChange change(lsp::Position start, lsp::Position end, std::string text) { return {lsp::Range{start, end}, std::move(text)}; }

std::string changed(std::string_view text, const std::vector<lsp::ContentChange>& changes) {
  const auto applied = apply_changes(SourceText(std::string(text)), changes, Encoding::Utf16);
  // The edits, taken one after the other, must tell the same story.
  std::string replayed(text);
  for (const auto& edit : applied.edits) replayed.replace(edit.range.begin, edit.range.size(), edit.new_text);
  CHECK(replayed == applied.source.bytes());
  return std::string(applied.source.bytes());
}

/// The column of the mark in each encoding.
void check_columns(std::string_view marked, std::uint32_t utf8, std::uint32_t utf16, std::uint32_t utf32) {
  const auto source = test::parse_marks(marked);
  const SourceText text(source.text);
  CHECK(to_position(text, source.place(), Encoding::Utf8).character == utf8);
  CHECK(to_position(text, source.place(), Encoding::Utf16).character == utf16);
  CHECK(to_position(text, source.place(), Encoding::Utf32).character == utf32);
  for (const auto encoding : {Encoding::Utf8, Encoding::Utf16, Encoding::Utf32}) {
    CHECK(to_offset(text, to_position(text, source.place(), encoding), encoding) == source.place());
  }
}

}  // namespace

TEST_CASE("conversion: columns count what was agreed") {
  check_columns("RUN echo §", 9, 9, 9);
  check_columns("a\né€😀§x\n", 9, 4, 3);
  check_columns("\xFF\xFE§x", 2, 2, 2);
}

TEST_CASE("conversion: no place lies inside a line end") {
  const SourceText text("a\r\nb\rc\n");
  CHECK(to_position(text, 2, Encoding::Utf16) == lsp::Position{0, 1});
  CHECK(to_position(text, 3, Encoding::Utf16) == lsp::Position{1, 0});
  CHECK(to_position(text, 5, Encoding::Utf16) == lsp::Position{2, 0});
  CHECK(to_position(text, 99, Encoding::Utf16) == lsp::Position{3, 0});
}

TEST_CASE("conversion: the first encoding of the client's that we know is taken") {
  CHECK(choose_encoding({}) == Encoding::Utf16);
  CHECK(choose_encoding({"utf-7"}) == Encoding::Utf16);
  CHECK(choose_encoding({"utf-7", "utf-32", "utf-8"}) == Encoding::Utf32);
}

TEST_CASE("changes: places outside the text mean its nearest place") {
  CHECK(changed("ab\ncd", {change({0, 9}, {0, 99}, "X")}) == "abX\ncd");
  CHECK(changed("ab\ncd", {change({7, 0}, {9, 9}, "X")}) == "ab\ncdX");
  CHECK(changed("ab\ncd", {change({1, 1}, {0, 1}, "X")}) == "aXd");
  CHECK(changed("", {change({5, 5}, {0, 0}, "X")}) == "X");
}

TEST_CASE("changes: half a surrogate pair means the character's beginning") { CHECK(changed("😀", {change({0, 1}, {0, 1}, "X")}) == "X😀"); }

TEST_CASE("changes: a place past the end is the end of the text that the changes before it made") {
  CHECK(changed("a", {change({9, 9}, {9, 9}, "b"), change({5, 0}, {5, 0}, "c")}) == "abc");
  CHECK(changed("a\n", {change({1, 0}, {1, 0}, "b\n"), change({1, 0}, {1, 1}, "c")}) == "a\nc\n");
}

TEST_CASE("changes: the whole text can be replaced between others") {
  CHECK(changed("abc", {change({0, 0}, {0, 1}, ""), {std::nullopt, "xyz\n"}, change({1, 0}, {1, 0}, "!")}) == "xyz\n!");
}

TEST_CASE("changes: many in one notification give what they give one by one") {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"a", "\n", "\r\n", "\r", "é", "😀", "", "line\nline\n"};
  const auto any = [&random](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::uint32_t n = any(20); n > 0; --n) text += pieces[any(std::size(pieces))];
    std::vector<lsp::ContentChange> changes;
    std::string one_by_one = text;
    for (std::uint32_t n = 1 + any(5); n > 0; --n) {
      const lsp::Position start{any(12), any(8)};
      changes.push_back(change(start, any(2) == 0 ? start : lsp::Position{any(12), any(8)}, std::string(pieces[any(std::size(pieces))])));
      one_by_one = changed(one_by_one, {changes.back()});
    }
    CHECK(changed(text, changes) == one_by_one);
  }
}

}  // namespace slipway::host
