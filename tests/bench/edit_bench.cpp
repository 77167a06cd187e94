// What a keystroke costs inside: one character replaced at the start, in the middle and at the end of files of 30 to 30,000 lines, until the
// whole analysis of the new version stands.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <vector>

#include "tests/bench/texts.h"

namespace {

using namespace slipway;

void type_on(benchmark::State& state, bench::Typing& typing) {
  for (auto _ : state) {
    auto bytes = typing.next_bytes();
    const auto start = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(typing.analyze(std::move(bytes)).get());
    state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
}

void edit(benchmark::State& state, std::string (*make)(std::size_t), bench::Place place) {
  auto text = make(static_cast<std::size_t>(state.range(0)));
  const auto at = bench::place_in(text, place);
  bench::Typing typing(std::move(text), at);
  type_on(state, typing);
}

using bench::Place;
void lengths(benchmark::internal::Benchmark* bench) {
  bench->Arg(30)->Arg(300)->Arg(3000)->Arg(30000)->UseManualTime()->Unit(benchmark::kMicrosecond);
}
BENCHMARK_CAPTURE(edit, mixed_start, bench::mixed_file, Place::Start)->Apply(lengths);
BENCHMARK_CAPTURE(edit, mixed_middle, bench::mixed_file, Place::Middle)->Apply(lengths);
BENCHMARK_CAPTURE(edit, mixed_end, bench::mixed_file, Place::End)->Apply(lengths);
BENCHMARK_CAPTURE(edit, env_start, bench::env_file, Place::Start)->Apply(lengths);
BENCHMARK_CAPTURE(edit, env_middle, bench::env_file, Place::Middle)->Apply(lengths);
BENCHMARK_CAPTURE(edit, env_end, bench::env_file, Place::End)->Apply(lengths);
BENCHMARK_CAPTURE(edit, equal_lines_middle, bench::equal_lines_file, Place::Middle)->Apply(lengths);
BENCHMARK_CAPTURE(edit, heredoc_middle, bench::heredoc_file, Place::Middle)->Arg(10000)->UseManualTime()->Unit(benchmark::kMicrosecond);

/// A character typed at each of many random places, the text going back in between: the middle one and the slow ones, not the mean alone.
void anywhere(benchmark::State& state, std::string (*make)(std::size_t)) {
  const auto text = make(static_cast<std::size_t>(state.range(0)));
  semantic::Analyzer analyzer;
  const auto before = analyzer.analyze(text::SourceText(text));
  (void)before->model();
  std::mt19937 random(1);
  std::vector<double> took;
  for (auto _ : state) {
    const auto place = static_cast<text::Offset>(random() % text.size());
    auto bytes = text;
    bytes.insert(place, 1, 'x');
    const auto start = std::chrono::steady_clock::now();
    const auto after = analyzer.advance(*before, text::SourceText(std::move(bytes)), {{{place, place}, "x"}});
    benchmark::DoNotOptimize(after->model().stages.size());
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    state.SetIterationTime(time.count());
    took.push_back(time.count() * 1e6);
  }
  std::sort(took.begin(), took.end());
  state.counters["median_us"] = took[took.size() / 2];
  state.counters["p95_us"] = took[took.size() * 95 / 100];
  state.counters["worst_us"] = took.back();
}
BENCHMARK_CAPTURE(anywhere, mixed, bench::mixed_file)->Arg(30000)->Iterations(300)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(anywhere, env, bench::env_file)->Arg(30000)->Iterations(300)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(anywhere, equal_lines, bench::equal_lines_file)
    ->Arg(30000)
    ->Iterations(300)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);

}  // namespace
