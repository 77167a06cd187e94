#include "tests/support/marked_text.h"

#include <doctest/doctest.h>

namespace slipway::test {

namespace {
constexpr std::string_view mark = "§";
constexpr std::string_view open = "⟦";
constexpr std::string_view close = "⟧";

bool starts(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }
}  // namespace

text::Offset MarkedText::place() const {
  REQUIRE_MESSAGE(places.size() == 1, "the source needs exactly one §");
  return places.front();
}

text::TextRange MarkedText::range() const {
  REQUIRE_MESSAGE(ranges.size() == 1, "the source needs exactly one §⟦…⟧");
  return ranges.front();
}

MarkedText parse_marks(std::string_view source) {
  MarkedText out;
  std::vector<text::Offset> open_ranges;
  while (!source.empty()) {
    const auto here = static_cast<text::Offset>(out.text.size());
    if (starts(source, mark)) {
      source.remove_prefix(mark.size());
      if (starts(source, open)) {
        source.remove_prefix(open.size());
        open_ranges.push_back(here);
      } else if (starts(source, "(") && source.find(')') != std::string_view::npos) {
        const auto end = source.find(')');
        out.named.emplace(source.substr(1, end - 1), here);
        source.remove_prefix(end + 1);
      } else {
        out.places.push_back(here);
      }
    } else if (starts(source, close)) {
      REQUIRE_MESSAGE(!open_ranges.empty(), "a stray ⟧ in the source");
      out.ranges.push_back({open_ranges.back(), here});
      open_ranges.pop_back();
      source.remove_prefix(close.size());
    } else {
      out.text += source.front();
      source.remove_prefix(1);
    }
  }
  REQUIRE_MESSAGE(open_ranges.empty(), "an open §⟦ in the source");
  return out;
}

}  // namespace slipway::test
