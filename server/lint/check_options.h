#pragma once
// The value of `# check=` as BuildKit reads it (frontend/dockerfile/linter/linter.go, ParseLintOptions).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::lint {

struct CheckOptions {
  std::vector<std::string> skip;  ///< names of checks, case-sensitive
  std::vector<std::string> experimental;
  bool skip_all = false;
  bool experimental_all = false;
  bool error = false;                  ///< warnings fail the build
  std::optional<std::string> problem;  ///< BuildKit's message when the value cannot be read; the rest is then empty
};

[[nodiscard]] CheckOptions parse_check_options(std::string_view value);

}  // namespace slipway::lint
