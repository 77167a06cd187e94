// Incremental = full: however a text came to be, its analysis equals a fresh one.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/property/analysis_text.h"
#include "tests/property/findings_text.h"
#include "tests/property/random_edits.h"

namespace slipway::test {

namespace {

constexpr std::size_t largest_file = 8000;  // bytes; longer ones cost time and show nothing more
constexpr int edits_of_a_session = 60;
constexpr int edits_of_a_run = 20000;

const std::vector<std::string>& built_in_samples() {
  static const std::vector<std::string> samples = {
      "",
      "FROM golang:1.22 AS builder\nWORKDIR /src\nCOPY . .\nRUN go build -o server main.go\n\nFROM alpine:3.20\nCOPY --from=builder "
      "/src/server .\n"
      "CMD [\"./server\"]\n",
      "# escape=`\nFROM mcr.microsoft.com/windows/nanoserver AS win\nRUN dir `\n  /s\n",
      "ARG VERSION=3\nARG BASE=alpine:${VERSION}\nFROM ${BASE} AS one\nARG VERSION\nENV A=$VERSION B=\"${A:-x} y\"\nRUN echo $A \\\n  # "
      "why\n\n  && echo $B\n",
      "FROM a AS b\nRUN <<EOF cat <<-\"E\"\necho $A\nEOF\n\tbody\n\tE\nCOPY <<F /x\n${A}\nF\nONBUILD COPY --from=b x y\nHEALTHCHECK "
      "--interval=5s CMD true\n",
      "FROM a\r\nRUN x \\\r\n  y\r\nLABEL a=b \\\r\n c=d\r\n",
      "FROM a\nRUN --mount=type=cache,target=/root/.cache --mount=from=0,target=/y sh -c 'x'\nEXPOSE 80/tcp\nSHELL [\"bash\", \"-c\"]\nRUN "
      "<<EOF\nnever ended\n",
  };
  return samples;
}

/// Files of the corpus beside the checkout, every n-th of them; none where it is missing.
std::vector<std::string> corpus_samples(std::size_t wanted) {
  const char* source = std::getenv("SLIPWAY_SOURCE");  // NOLINT(concurrency-mt-unsafe): one thread
  if (source == nullptr) return {};
  const auto root = std::filesystem::path(source) / ".." / "shared" / "corpus" / "files";
  std::error_code missing;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root, missing)) {
    if (entry.is_regular_file() && entry.file_size() <= largest_file) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  const auto step = std::max<std::size_t>(1, paths.size() / wanted);
  for (std::size_t at = 0; at < paths.size(); at += step) {
    std::ifstream file(paths[at], std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

/// The first seed; another one with SLIPWAY_SEED=N, to look further than ctest does.
std::uint32_t first_seed() {
  const char* given = std::getenv("SLIPWAY_SEED");  // NOLINT(concurrency-mt-unsafe): one thread
  return given == nullptr ? 1 : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

std::string first_difference(const std::string& left, const std::string& right) {
  std::size_t line_begin = 0;
  for (std::size_t at = 0; at < std::min(left.size(), right.size()) && left[at] == right[at]; ++at) {
    if (left[at] == '\n') line_begin = at + 1;
  }
  const auto line = [&](const std::string& text) { return text.substr(line_begin, text.find('\n', line_begin) - line_begin); };
  return "incremental: " + line(left) + "\nfresh:       " + line(right);
}

/// Plays one session; gives the number of edits made.
int play(const std::string& start, std::uint32_t seed) {
  std::mt19937 random(seed);
  const Draw draw = [&random](std::size_t below) { return random() % below; };
  semantic::Analyzer analyzer;
  auto current = analyzer.analyze(text::SourceText(start));
  int edits = 0;
  for (int round = 0; round < edits_of_a_session; ++round) {
    std::vector<text::TextEdit> batch;
    const auto before = std::string(current->source.bytes());
    std::string text = before;
    for (std::size_t n = draw(5) == 0 ? 2 + draw(3) : 1; n > 0; --n) {  // several edits in one change, each of the text after the last
      batch.push_back(random_edit(text, draw));
      text = edited(text, batch.back());
    }
    edits += static_cast<int>(batch.size());
    current = analyzer.advance(*current, text::SourceText(text), batch);
    if (draw(6) == 0) continue;  // a version whose model nobody asks for: the next one is made from an older model
    auto incremental = analysis_text(*current);
    const auto from_nothing = semantic::analyze(text);
    auto fresh = analysis_text(*from_nothing);
    if (draw(4) == 0) {  // what rules remember must be what they would find; all rules together take longer than the rest
      incremental += findings_text(current);
      fresh += findings_text(from_nothing);
    }
    if (incremental != fresh) {
      std::string changes;
      for (const auto& edit : batch) {
        changes += std::to_string(edit.range.begin) + "-" + std::to_string(edit.range.end) + " by '" + edit.new_text + "'\n";
      }
      FAIL("seed " << seed << ", round " << round << ":\n"
                   << first_difference(incremental, fresh) << "\nedits:\n"
                   << changes << "before:\n"
                   << before << "\n-- end of the text before");
    }
  }
  return edits;
}

}  // namespace

TEST_CASE("incremental = full: edits of the built-in samples") {
  REQUIRE(semantic::analyze(built_in_samples()[1])->instructions.size() == 7);  // nothing compared with nothing would be equal
  auto seed = first_seed();
  for (const auto& sample : built_in_samples()) {
    for (int n = 0; n < 8; ++n) play(sample, seed++);
  }
}

TEST_CASE("incremental = full: edits of real files") {
  auto samples = corpus_samples(200);
  if (samples.empty()) {
    MESSAGE("no corpus beside the checkout: the built-in samples stand in for it");
    samples = built_in_samples();
  }
  int edits = 0;
  auto seed = first_seed() + 1000;
  for (std::size_t next = 0; edits < edits_of_a_run; ++next) edits += play(samples[next % samples.size()], seed++);
  MESSAGE(edits << " edits");
}

TEST_CASE("incremental = full: an end marker typed far below an open heredoc") {
  const std::string before =
      "ARG VERSION=3\nARG BAARG A=1\n$SE=alpine:${VERSION}\nFROM ${BASE} AS one\n}builder y\"\nRUN echo $A \\\n  # w\tENV A b\n<<-\"E\" "
      "cat <<F\n"
      "hy\n\n  # escape=`\nRUN <<EOF\n# a,|'ape=`\nRUN <<EOF\n# a comment\n&`\n& echo $B\n comment\n&`\n& echo $B\n";
  const text::TextEdit edit{{200, 200}, "ENV A=b C=\"d e\"\nE\n"};
  semantic::Analyzer analyzer;
  const auto start = analyzer.analyze(text::SourceText(before));
  const auto text = edited(before, edit);
  CHECK(analysis_text(*analyzer.advance(*start, text::SourceText(text), {edit})) == analysis_text(*semantic::analyze(text)));
}

TEST_CASE("incremental = full: typing inside the lines of heredocs, up to lines that would end them") {
  std::string text =
      "FROM a\nRUN <<A cat <<-B\none\n$X two\nA\n\tb\r\n\tc\n\tB\nCOPY <<\"E F\" /x\nE  F\nE F\nRUN <<OPEN\nRUN <<Z\nOPE\nZ\nCMD x\n";
  semantic::Analyzer analyzer;
  auto current = analyzer.analyze(text::SourceText(text));
  const auto apply = [&](const text::TextEdit& edit) {
    text = edited(text, edit);
    current = analyzer.advance(*current, text::SourceText(text), {edit});
    CAPTURE(text);
    CHECK(analysis_text(*current) == analysis_text(*semantic::analyze(text)));
    CHECK(findings_text(current) == findings_text(semantic::analyze(text)));
  };
  for (text::Offset place = 0; place < text.size(); ++place) {
    const auto gone = text.substr(place, 1);
    for (const std::string_view typed : {"A", "B", "N", "\t", " ", "\n", "\r"}) {
      apply({{place, place}, std::string(typed)});
      apply({{place, place + 1}, ""});
    }
    apply({{place, place + 1}, ""});
    apply({{place, place}, gone});
  }
}

TEST_CASE("an edit reads only the instructions it touches") {
  std::string text = "FROM alpine\n";
  for (int n = 0; n < 1000; ++n) text += "RUN echo " + std::to_string(n) + "\n";
  semantic::Analyzer analyzer;
  const auto before = analyzer.analyze(text::SourceText(text));
  const auto place = static_cast<text::Offset>(text.find("echo 500") + 4);
  const std::vector<text::TextEdit> typed = {{{place, place}, "x"}};
  const auto after = analyzer.advance(*before, text::SourceText(edited(text, typed.front())), typed);
  CHECK(after->instructions.size() == 1001);
  CHECK(after->instructions_read <= 2);
}

}  // namespace slipway::test
