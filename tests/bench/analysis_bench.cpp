// What a keystroke costs inside: a fresh analysis of real files, one typed character at 30 to 30,000 lines, and the rules after it.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "lint/engine.h"
#include "semantic/analysis.h"

namespace {

using namespace slipway;

/// A Dockerfile of about this many lines: stages that copy from each other, with the usual mix of instructions.
std::string dockerfile_of(std::int64_t lines) {
  std::string text = "# syntax=docker/dockerfile:1\nARG VERSION=1.22\n";
  std::int64_t written = 2;
  for (int stage = 0; written < lines; ++stage) {
    const auto name = "s" + std::to_string(stage);
    text +=
        "FROM golang:${VERSION} AS " + name + "\nWORKDIR /src/" + name + "\nARG FLAGS=-v\nENV A=1 B=\"$FLAGS x\"\nCOPY go.mod go.sum ./\n";
    text += "RUN apt-get update && \\\n    apt-get install -y --no-install-recommends git curl && \\\n    rm -rf /var/lib/apt/lists/*\n";
    text += stage == 0 ? "COPY . .\n" : "COPY --from=s" + std::to_string(stage - 1) + " /src/out /src/in\n";
    text += "RUN --mount=type=cache,target=/root/.cache go build $FLAGS -o out ./...\nCMD [\"./out\"]\n\n";
    written += 12;
  }
  return text;
}

std::vector<std::string> corpus() {
  const char* source = std::getenv("SLIPWAY_SOURCE");  // NOLINT(concurrency-mt-unsafe): one thread
  const auto root = std::filesystem::path(source != nullptr ? source : ".") / ".." / "shared" / "corpus" / "files";
  std::vector<std::string> texts;
  std::error_code missing;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root, missing)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

void fresh_analysis_of_the_corpus(benchmark::State& state) {
  const auto texts = corpus();
  if (texts.empty()) state.SkipWithError("no corpus beside the checkout");
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (const auto& text : texts) {
      benchmark::DoNotOptimize(semantic::analyze(text)->model().stages.size());
      bytes += static_cast<std::int64_t>(text.size());
    }
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(fresh_analysis_of_the_corpus)->Unit(benchmark::kMillisecond);

void fresh_analysis(benchmark::State& state) {
  const auto text = dockerfile_of(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(semantic::analyze(text)->model().stages.size());
}
BENCHMARK(fresh_analysis)->Arg(30)->Arg(3000)->Arg(30000)->Unit(benchmark::kMicrosecond);

/// Types a character into a RUN in the middle, again and again.
template <class After>
void type_one_character(benchmark::State& state, const After& after) {
  auto text = dockerfile_of(state.range(0));
  semantic::Analyzer analyzer;
  auto current = analyzer.analyze(text::SourceText(text));
  const auto place = static_cast<text::Offset>(text.find("go build", text.size() / 2) + 8);
  for (auto _ : state) {
    state.PauseTiming();
    if (text.size() > place && text[place] == 'x') {
      text.erase(place, 1);
      current = analyzer.advance(*current, text::SourceText(text), {{{place, place + 1}, ""}});
    }
    text.insert(place, 1, 'x');
    state.ResumeTiming();
    current = analyzer.advance(*current, text::SourceText(text), {{{place, place}, "x"}});
    after(current);
  }
}

void one_character(benchmark::State& state) {
  type_one_character(state, [](const semantic::AnalysisPtr& analysis) { benchmark::DoNotOptimize(analysis->model().stages.size()); });
}
BENCHMARK(one_character)->Arg(30)->Arg(3000)->Arg(30000)->Unit(benchmark::kMicrosecond);

void one_character_and_all_rules(benchmark::State& state) {
  const auto files = snapshot::in_memory({});
  type_one_character(state, [&files](const semantic::AnalysisPtr& analysis) {
    snapshot::DocumentSnapshot document;
    document.analysis = analysis;
    document.files = files;
    benchmark::DoNotOptimize(lint::run(document, {}, nullptr).size());
  });
}
BENCHMARK(one_character_and_all_rules)->Arg(30)->Arg(300)->Arg(3000)->Arg(30000)->Unit(benchmark::kMicrosecond);

}  // namespace
