#include <doctest/doctest.h>

#include "tests/support/marked_text.h"
#include "text/source_text.h"

using slipway::test::parse_marks;
using slipway::text::Encoding;
using slipway::text::Position;
using slipway::text::SourceText;

namespace {

Position place_of(std::string_view marked, Encoding encoding) {
  const auto marks = parse_marks(marked);
  const SourceText source(marks.text);
  const auto position = source.editor_lines().position(source.bytes(), marks.place(), encoding);
  CHECK(source.editor_lines().offset(source.bytes(), position, encoding) == marks.place());
  return position;
}

}  // namespace

TEST_CASE("position: columns count units of the negotiated encoding") {
  CHECK(place_of("RUN echo 😀é§x", Encoding::Utf8) == Position{0, 15});
  CHECK(place_of("RUN echo 😀é§x", Encoding::Utf16) == Position{0, 12});
  CHECK(place_of("RUN echo 😀é§x", Encoding::Utf32) == Position{0, 11});
}

TEST_CASE("position: an invalid byte is one character") {
  CHECK(place_of("\xFF\xC3§x", Encoding::Utf16) == Position{0, 2});
  CHECK(place_of("\xF0\x9F\x98§x", Encoding::Utf16) == Position{0, 3});
}

TEST_CASE("position: lines end at LF and CRLF for everybody, at a lone CR for editors only") {
  CHECK(place_of("a\r\nb§", Encoding::Utf16) == Position{1, 1});
  CHECK(place_of("a\rb§", Encoding::Utf16) == Position{1, 1});
  const SourceText source("a\rb\nc");
  CHECK(source.lines().line_count() == 2);
  CHECK(source.editor_lines().line_count() == 3);
}

TEST_CASE("offset: a column past the end of its line and a line past the end of the text are clamped") {
  const SourceText source("ab\r\ncd\n");
  const auto& lines = source.editor_lines();
  CHECK(lines.offset(source.bytes(), {0, 99}, Encoding::Utf16) == 2);
  CHECK(lines.offset(source.bytes(), {2, 0}, Encoding::Utf16) == 7);
  CHECK(lines.offset(source.bytes(), {99, 5}, Encoding::Utf16) == 7);
}

TEST_CASE("offset: a column inside a surrogate pair stands before the character") {
  const SourceText source("😀x");
  CHECK(source.editor_lines().offset(source.bytes(), {0, 1}, Encoding::Utf16) == 0);
  CHECK(source.editor_lines().offset(source.bytes(), {0, 2}, Encoding::Utf16) == 4);
}

TEST_CASE("line_range: leaves the line end out, whatever it is") {
  const SourceText source("one\r\ntwo\n\nfour");
  const auto text = [&](std::uint32_t line) { return source.slice(source.lines().line_range(source.bytes(), line)); };
  CHECK(text(0) == "one");
  CHECK(text(1) == "two");
  CHECK(text(2).empty());
  CHECK(text(3) == "four");
}
