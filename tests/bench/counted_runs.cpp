// Fixed work whose instructions valgrind counts (count_instructions.py): only what stands between `counted_…` and its end is counted.

#include <cstdio>
#include <string_view>

#include "lint/engine.h"
#include "tests/bench/texts.h"

namespace slipway::bench {

/// Whole analysis of 300 lines, from nothing.
__attribute__((noinline)) std::size_t counted_fresh(const std::string& text) {
  const auto analysis = semantic::Analyzer().analyze(text::SourceText(text));
  return analysis->model().references.size() + analysis->build().words.size();
}

/// Characters typed into 3,000 lines.
__attribute__((noinline)) std::size_t counted_edits(Typing& typing, int edits) {
  std::size_t sum = 0;
  for (int n = 0; n < edits; ++n) sum += typing.analyze(typing.next_bytes())->model().references.size();
  return sum;
}

/// Characters typed into 300 lines, with all rules after each.
__attribute__((noinline)) std::size_t counted_rules(Typing& typing, int edits) {
  std::size_t sum = 0;
  for (int n = 0; n < edits; ++n) {
    snapshot::DocumentSnapshot document;
    document.analysis = typing.analyze(typing.next_bytes());
    document.files = snapshot::in_memory({});
    sum += lint::run(document, {}, nullptr).size();
  }
  return sum;
}

}  // namespace slipway::bench

int main(int count, char** arguments) {
  using namespace slipway::bench;
  const std::string_view wanted = count > 1 ? arguments[1] : "";
  std::size_t sum = 0;
  if (wanted == "fresh") {
    sum = counted_fresh(mixed_file(300));
  } else if (wanted == "edits") {
    for (const auto place : {Place::Start, Place::Middle, Place::End}) {
      auto text = mixed_file(3000);
      const auto at = place_in(text, place);
      Typing typing(std::move(text), at);
      sum += counted_edits(typing, 20);
    }
  } else if (wanted == "rules") {
    auto text = mixed_file(300);
    const auto at = place_in(text, Place::Middle);
    Typing typing(std::move(text), at);
    sum += counted_rules(typing, 20);
  } else {
    std::fputs("counted_runs fresh|edits|rules\n", stderr);
    return 2;
  }
  std::printf("%zu\n", sum);
  return 0;
}
