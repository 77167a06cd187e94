#include "semantic/build_errors.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "semantic/build_plan.h"

namespace slipway::semantic {

std::string BuildPlan::display_name(std::size_t stage) const {
  const auto& name = stages[stage].name;
  return name.empty() ? "stage-" + std::to_string(stage) : name;
}

text::TextRange place_of_use(const syntax::Instruction& instruction, std::string_view name, text::TextRange within) {
  for (const auto& use : instruction.variables) {
    if (use.name == name && within.contains(use.name_range)) return use.name_range;
  }
  return within;
}

BuildTrace trace_build(const Analysis& analysis) {
  TraceBuilder trace;
  add_file_errors(analysis, trace);
  const auto plan = plan_build(analysis, trace);
  add_epoch_error(analysis, plan, trace);
  add_cycle_error(plan, trace);
  dispatch_stages(analysis, plan, trace);
  return trace.finish();
}

void TraceBuilder::append(BuildTrace other) {
  const auto move_behind = [](auto& from, auto& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  move_behind(other.errors, trace_.errors);
  move_behind(other.undefined, trace_.undefined);
  move_behind(other.words, trace_.words);
  move_behind(other.platforms, trace_.platforms);
}

BuildTrace TraceBuilder::finish() {
  std::stable_sort(trace_.errors.begin(), trace_.errors.end(), [](const BuildError& a, const BuildError& b) { return a.step < b.step; });
  return std::move(trace_);
}

const std::vector<BuildError>& build_errors(const Analysis& analysis) { return analysis.build().errors; }

}  // namespace slipway::semantic
