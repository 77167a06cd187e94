#pragma once
// Variables that exist without a line of the Dockerfile declaring them.

#include <span>
#include <string_view>

namespace slipway::catalog {

/// Where such a variable can be used.
enum class VariableScope {
  Platform,  ///< in FROM and global ARGs; in a stage once `ARG NAME` stands there
  Proxy,     ///< in RUN, without ARG
  Build,     ///< read by BuildKit itself; in a stage once `ARG NAME` stands there
  Image,     ///< part of every Linux image
};

struct PredefinedVariable {
  std::string_view name;
  VariableScope scope = VariableScope::Platform;
  std::string_view meaning;  ///< a sentence
  std::string_view example;  ///< a typical value; empty when there is none
};

/// The likeliest first.
[[nodiscard]] std::span<const PredefinedVariable> predefined_variables();
/// Null for other names; case matters.
[[nodiscard]] const PredefinedVariable* find_predefined(std::string_view name);

}  // namespace slipway::catalog
