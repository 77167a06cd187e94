// A whole analysis from nothing: the corpus, and made files of 30 to 30,000 lines. Each analysis has an analyzer of its own, so nothing is
// remembered from file to file or from round to round.

#include <benchmark/benchmark.h>

#include <malloc.h>

#include <algorithm>
#include <chrono>

#include "tests/bench/texts.h"

namespace {

using namespace slipway;

/// Everything that is known of a text without rules: line index, tree, instructions, model, the build played through.
semantic::AnalysisPtr whole_analysis(const std::string& text) {
  auto analysis = semantic::Analyzer().analyze(text::SourceText(text));
  benchmark::DoNotOptimize(analysis->model().stages.size());
  benchmark::DoNotOptimize(analysis->build().errors.size());
  return analysis;
}

void corpus_fresh(benchmark::State& state) {
  const auto texts = bench::corpus();
  if (texts.empty()) return state.SkipWithError("no corpus beside the checkout");
  std::int64_t bytes = 0;
  std::vector<double> fastest(texts.size(), 1e9);  // microseconds
  for (auto _ : state) {
    for (std::size_t file = 0; file < texts.size(); ++file) {
      const auto start = std::chrono::steady_clock::now();
      (void)whole_analysis(texts[file]);
      const auto took = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
      fastest[file] = std::min(fastest[file], took);
      bytes += static_cast<std::int64_t>(texts[file].size());
    }
  }
  std::sort(fastest.begin(), fastest.end());
  state.SetBytesProcessed(bytes);
  state.counters["files/s"] = benchmark::Counter(static_cast<double>(texts.size()), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["median_us"] = fastest[fastest.size() / 2];
  state.counters["p95_us"] = fastest[fastest.size() * 95 / 100];
  state.counters["worst_us"] = fastest.back();
}
BENCHMARK(corpus_fresh)->Unit(benchmark::kMillisecond);

void fresh(benchmark::State& state) {
  const auto text = bench::mixed_file(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) (void)whole_analysis(text);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(fresh)->Arg(30)->Arg(3000)->Arg(30000)->Unit(benchmark::kMicrosecond);

/// What a version of a document keeps in memory: text, line index, tree, facts, model.
void memory(benchmark::State& state, std::string (*make)(std::size_t)) {
  const auto lines = static_cast<std::size_t>(state.range(0));
  const auto text = make(lines);
  double held = 0;
  for (auto _ : state) {
    const auto before = mallinfo2();
    const auto analysis = whole_analysis(text);
    const auto after = mallinfo2();
    held = static_cast<double>(after.uordblks + after.hblkhd) - static_cast<double>(before.uordblks + before.hblkhd);
  }
  state.counters["bytes/line"] = held / static_cast<double>(lines);
  state.counters["of_which_text"] = static_cast<double>(text.size()) / static_cast<double>(lines);
}
BENCHMARK_CAPTURE(memory, mixed, bench::mixed_file)->Arg(3000)->Arg(30000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(memory, env, bench::env_file)->Arg(30000)->Unit(benchmark::kMillisecond);

}  // namespace
