#pragma once
// `slipway inspect`: what the analysis sees, as JSON Lines: one object a file with a member for each thing asked.

#include <string>
#include <vector>

namespace slipway::cli {

struct InspectOptions {
  std::vector<std::string> paths;
  std::vector<std::string> what;  ///< names of things; empty: instructions and stages
};

int inspect(const InspectOptions& options);

/// What may be asked for, in the order of the help text.
[[nodiscard]] std::vector<std::string> inspectable_things();

}  // namespace slipway::cli
