// What the rules cost on top of an analysis: the corpus, a fresh file, and a file in which somebody types.

#include <benchmark/benchmark.h>

#include <chrono>

#include "lint/engine.h"
#include "tests/bench/texts.h"

namespace {

using namespace slipway;

std::size_t findings_of(semantic::AnalysisPtr analysis) {
  snapshot::DocumentSnapshot document;
  document.analysis = std::move(analysis);
  document.files = snapshot::in_memory({});
  return lint::run(document, {}, nullptr).size();
}

/// As `slipway lint` does it: analysis and rules, file after file.
void corpus_lint(benchmark::State& state) {
  const auto texts = bench::corpus();
  if (texts.empty()) return state.SkipWithError("no corpus beside the checkout");
  std::size_t findings = 0;
  for (auto _ : state) {
    findings = 0;
    for (const auto& text : texts) findings += findings_of(semantic::analyze(text));
  }
  state.counters["files/s"] = benchmark::Counter(static_cast<double>(texts.size()), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["findings"] = static_cast<double>(findings);
}
BENCHMARK(corpus_lint)->Unit(benchmark::kMillisecond);

void lint_after_edit(benchmark::State& state) {
  auto text = bench::mixed_file(static_cast<std::size_t>(state.range(0)));
  const auto place = bench::place_in(text, bench::Place::Middle);
  bench::Typing typing(std::move(text), place);
  for (auto _ : state) {
    auto bytes = typing.next_bytes();
    const auto& analysis = typing.analyze(std::move(bytes));
    const auto start = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(findings_of(analysis));
    state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
}
BENCHMARK(lint_after_edit)->Arg(30)->Arg(300)->Arg(3000)->Arg(30000)->UseManualTime()->Unit(benchmark::kMicrosecond);

}  // namespace
