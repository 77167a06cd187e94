#pragma once
// Commands and options that their makers have given up, and what to write instead.

#include <span>
#include <string_view>

namespace slipway::catalog {

struct DeprecatedCommand {
  std::string_view program = {};
  std::string_view verb = {};         ///< first word that is no option; empty: any
  std::string_view option = {};       ///< the option as written, up to its `=`; empty: the command itself
  std::string_view value = {};        ///< the option's value; empty: any
  std::string_view instead = {};      ///< what to write, as the end of a sentence
  std::string_view replacement = {};  ///< for the option (or the program) when that alone does the same; empty when it does not
};

[[nodiscard]] std::span<const DeprecatedCommand> deprecated_commands();

}  // namespace slipway::catalog
