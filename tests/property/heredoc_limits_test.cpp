// The grammar's scanner keeps what it must remember in the 1,024 bytes that tree-sitter gives it. What does not fit is given up in an
// orderly way: nothing is misread before the limit, and beyond it an edit still leads where a fresh reading does.

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/property/analysis_text.h"
#include "tests/property/random_edits.h"

namespace slipway::test {

namespace {

constexpr std::size_t most_heredocs = 98;  // MAX_HEREDOCS of grammar/src/scan_state.h

std::string name_of(std::size_t index) { return "E" + std::to_string(index); }

/// `COPY <<E0 <<E1 … /to/` with a body of one line for each, between two instructions.
std::string with_heredocs(std::size_t count) {
  std::string head = "COPY";
  std::string bodies;
  for (std::size_t i = 0; i < count; ++i) {
    head += " <<" + name_of(i);
    bodies += "FROM body " + std::to_string(i) + "\n" + name_of(i) + "\n";
  }
  return "FROM alpine\n" + head + " /to/\n" + bodies + "CMD [\"x\"]\n";
}

std::size_t terminated(const semantic::Analysis& analysis) {
  const auto& heredocs = analysis.instructions[1].syntax().heredocs;
  return static_cast<std::size_t>(std::count_if(heredocs.begin(), heredocs.end(), [](const auto& heredoc) { return heredoc.terminated; }));
}

/// The analysis after an edit equals a fresh one of the new text.
void check_edit(const std::string& text, const text::TextEdit& edit) {
  semantic::Analyzer analyzer;
  const auto before = analyzer.analyze(text::SourceText(text));
  const auto after = edited(text, edit);
  const auto advanced = analyzer.advance(*before, text::SourceText(after), {edit});
  CHECK(analysis_text(*advanced) == analysis_text(*semantic::Analyzer().analyze(text::SourceText(after))));
}

text::TextEdit insertion(std::size_t at, std::string text) {
  const auto place = static_cast<text::Offset>(at);
  return {{place, place}, std::move(text)};
}

}  // namespace

TEST_CASE("heredocs on one line: all are read up to the limit") {
  for (const std::size_t count : {std::size_t{1}, std::size_t{50}, most_heredocs}) {
    CAPTURE(count);
    const auto analysis = semantic::Analyzer().analyze(text::SourceText(with_heredocs(count)));
    CHECK(analysis->instructions.size() == 3);
    CHECK(terminated(*analysis) == count);
  }
}

TEST_CASE("heredocs on one line: beyond the limit the first ones keep their bodies") {
  const auto analysis = semantic::Analyzer().analyze(text::SourceText(with_heredocs(most_heredocs + 40)));
  CHECK(terminated(*analysis) == most_heredocs);
  CHECK(analysis->instructions[1].syntax().heredocs.size() == most_heredocs + 40);
}

TEST_CASE("heredocs on one line: edits lead where a fresh reading does, around the limit too") {
  for (const std::size_t count : {most_heredocs - 1, most_heredocs, most_heredocs + 1, most_heredocs + 40}) {
    CAPTURE(count);
    const auto text = with_heredocs(count);
    check_edit(text, insertion(text.find(" /to/"), " <<LAST"));
    check_edit(text, insertion(text.find("body 3"), "x"));
    check_edit(text, insertion(text.find("\nE7\n") + 1, "x"));
    check_edit(text, insertion(text.find("<<E5 "), "x"));
    const auto middle = static_cast<text::Offset>(text.find(" <<E40"));
    check_edit(text, {{middle, middle + 6}, ""});
  }
}

TEST_CASE("names of heredocs may have any length") {
  for (const std::size_t length : {std::size_t{255}, std::size_t{1024}, std::size_t{20000}}) {
    CAPTURE(length);
    const std::string name(length, 'N');
    const auto text =
        "FROM alpine\nRUN <<" + name + " cat <<-" + name + "2\n" + name.substr(1) + "\n" + name + "\n\t" + name + "2\nCMD [\"x\"]\n";
    const auto analysis = semantic::Analyzer().analyze(text::SourceText(text));
    CHECK(analysis->instructions.size() == 3);
    CHECK(terminated(*analysis) == 2);
    check_edit(text, insertion(text.find("<<N") + 5, "M"));
    check_edit(text, insertion(text.rfind("N2\n"), "M"));
  }
}

}  // namespace slipway::test
