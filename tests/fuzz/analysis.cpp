// Incremental = full. Input: up to eight edits' worth of numbers, two bytes each, then a NUL-free text after the first `|`.

#include "tests/fuzz/fuzz.h"
#include "tests/property/analysis_text.h"
#include "tests/property/random_edits.h"

using namespace slipway;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = test::as_text(data, size);
  const auto border = std::min(input.find('|'), input.size());
  auto numbers = input.substr(0, border);
  std::string text(input.substr(std::min(border + 1, input.size())));
  const test::Draw draw = [&numbers](std::size_t below) -> std::size_t {
    std::size_t number = 0;
    for (int n = 0; n < 2 && !numbers.empty(); ++n) {
      number = number * 256 + static_cast<unsigned char>(numbers.front());
      numbers.remove_prefix(1);
    }
    return number % below;
  };
  semantic::Analyzer analyzer;
  auto current = analyzer.analyze(text::SourceText(text));
  for (int round = 0; round < 8 && !numbers.empty(); ++round) {
    const auto edit = test::random_edit(text, draw);
    text = test::edited(text, edit);
    current = analyzer.advance(*current, text::SourceText(text), {edit});
    test::require(test::analysis_text(*current) == test::analysis_text(*semantic::analyze(text)), "incremental = full");
  }
  return 0;
}
