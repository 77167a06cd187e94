#include "semantic/build_errors.h"

#include <algorithm>
#include <utility>

#include "semantic/build_plan.h"

namespace slipway::semantic {

std::vector<BuildError> BuildErrors::finish() {
  std::stable_sort(errors_.begin(), errors_.end(), [](const BuildError& a, const BuildError& b) { return a.step < b.step; });
  return std::move(errors_);
}

std::string BuildPlan::display_name(std::size_t stage) const {
  const auto& name = stages[stage].name;
  return name.empty() ? "stage-" + std::to_string(stage) : name;
}

std::vector<BuildError> build_errors(const Analysis& analysis) {
  BuildErrors errors;
  add_file_errors(analysis, errors);
  const auto plan = plan_build(analysis, errors);
  add_epoch_error(analysis, plan, errors);
  add_cycle_error(plan, errors);
  add_dispatch_errors(analysis, plan, errors);
  return errors.finish();
}

}  // namespace slipway::semantic
