#pragma once
// The recipes of a Makefile as shell text, as far as plain variables and targets go.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::refactor {

/// What `make target` runs.
struct Recipe {
  std::vector<std::string> lines;                            ///< of the prerequisites first; variables put in, `@` and `-` taken off
  std::map<std::string, std::string, std::less<>> exported;  ///< `export NAME = value`
};

/// The recipe of a target; an empty name stands for the first target. `given` are variables of the command line.
[[nodiscard]] Recipe read_recipe(std::string_view makefile, std::string_view target,
                                 const std::map<std::string, std::string, std::less<>>& given);

}  // namespace slipway::refactor
