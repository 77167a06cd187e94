// An edit reads again what it touched and nothing else, shown by a counter. (tests/property: incremental equals full.)

#include <doctest/doctest.h>

#include "tests/support/render_model.h"

using slipway::semantic::Analyzer;
using slipway::text::SourceText;
using slipway::text::TextEdit;

namespace {

std::string long_dockerfile(int stages) {
  std::string out;
  for (int i = 0; i < stages; ++i) {
    const auto n = std::to_string(i);
    out += "FROM alpine AS stage" + n + "\nRUN echo " + n + " \\\n  && true\nCOPY --from=0 /" + n + " /\nENV A" + n + "=1\n";
  }
  return out;
}

}  // namespace

TEST_CASE("incremental: typing a character reads 1 of 4,000 instructions") {
  const auto before = long_dockerfile(1000);
  Analyzer analyzer;
  const auto first = analyzer.analyze(SourceText(before));
  CHECK(first->instructions.size() == 4000);
  CHECK(first->instructions_read == 4000);
  const auto place = static_cast<slipway::text::Offset>(before.find("echo 500") + 8);
  const std::vector<TextEdit> edits = {{{place, place}, "x"}};
  const auto second = analyzer.advance(*first, SourceText(slipway::text::apply_edits(before, edits)), edits);
  CHECK(second->instructions.size() == 4000);
  CHECK(second->instructions_read == 1);
  CHECK(slipway::test::render_model(*second) ==
        slipway::test::render_model(*slipway::semantic::analyze(std::string(second->source.bytes()))));
}

TEST_CASE("incremental: undoing an edit reads nothing") {
  const auto before = long_dockerfile(10);
  Analyzer analyzer;
  const auto first = analyzer.analyze(SourceText(before));
  const std::vector<TextEdit> type = {{{30, 30}, "x"}};
  const auto second = analyzer.advance(*first, SourceText(slipway::text::apply_edits(before, type)), type);
  const std::vector<TextEdit> undo = {{{30, 31}, ""}};
  const auto third = analyzer.advance(*second, SourceText(before), undo);
  CHECK(third->instructions_read == 0);
}

TEST_CASE("incremental: opening a heredoc swallows the lines behind it, closing it gives them back") {
  const std::string before = "FROM a\nRUN cat <<EO\nENV A=1\nEOF\nENV B=1\n";
  Analyzer analyzer;
  const auto first = analyzer.analyze(SourceText(before));
  CHECK(first->instructions.size() == 5);  // EOF is an instruction of its own
  const auto place = static_cast<slipway::text::Offset>(before.find("<<EO") + 4);
  const std::vector<TextEdit> edits = {{{place, place}, "F"}};
  const auto second = analyzer.advance(*first, SourceText(slipway::text::apply_edits(before, edits)), edits);
  CHECK(second->instructions.size() == 3);
}

namespace {

std::string trace_text(const slipway::semantic::Analysis& analysis) {
  std::string out;
  const auto add = [&](std::uint32_t instruction, slipway::text::TextRange range, std::string_view text) {
    out +=
        std::to_string(instruction) + ' ' + std::to_string(range.begin) + '-' + std::to_string(range.end) + ' ' + std::string(text) + '\n';
  };
  for (const auto& error : analysis.build().errors) add(error.instruction ? error.instruction->value : 0, error.range, error.message);
  for (const auto& use : analysis.build().undefined) add(use.instruction.value, use.range, use.name + ' ' + use.nearest);
  for (const auto& word : analysis.build().words) add(word.instruction.value, word.range, word.text);
  return out;
}

}  // namespace

TEST_CASE("incremental: stages that are played anew see what those below them did, whether these were played or remembered") {
  std::string text =
      "ARG G=1\nFROM a AS base\nENV P=base\nFROM base AS left\nARG L\nRUN true\nFROM base AS right\nENV Q=$P R=$RR\nWORKDIR work\n"
      "FROM right AS top\nARG G\nEXPOSE $Q $G/tcp\nFROM base\nONBUILD EXPOSE $Q\nFROM top\nCOPY --from=later $PP /x\nFROM b AS later\n";
  Analyzer analyzer;
  auto current = analyzer.analyze(SourceText(text));
  std::size_t traced = 0;
  for (const std::string_view word :
       {"true", "work", "/tcp", "P=base", "Q=$P", "--from=later", "/x", "G=1", "ONBUILD EXPOSE $Q", "AS right", "AS base"}) {
    for (int typed = 0; typed < 2; ++typed) {
      const auto place = static_cast<slipway::text::Offset>(text.find(word) + word.size() + static_cast<std::size_t>(typed));
      const std::vector<TextEdit> edits = {{{place, place}, "x"}};
      text = slipway::text::apply_edits(text, edits);
      current = analyzer.advance(*current, SourceText(text), edits);
      const auto trace = trace_text(*current);
      CAPTURE(text);
      CHECK(trace == trace_text(*slipway::semantic::analyze(text)));
      traced += trace.size();
    }
  }
  CHECK(traced > 4000);  // nothing compared with nothing would be equal
}
