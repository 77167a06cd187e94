#pragma once
// Shell patterns of `${X#p}`, `${X%p}` and `${X/p/r}` as BuildKit matches them: `*`, `?`, escapes, no brackets
// (frontend/dockerfile/shell/lex.go, convertShellPatternToRegex).

#include <optional>
#include <string>
#include <string_view>

namespace slipway::semantic {

/// How much `*` takes.
enum class Greed { Shortest, Longest };

/// How many matches are replaced.
enum class Replace { First, All };

/// A changed value, or BuildKit's message about the pattern.
struct PatternResult {
  std::string text;
  std::optional<std::string> error;
};

[[nodiscard]] PatternResult trim_prefix(std::string_view pattern, std::string_view value, Greed greed);
[[nodiscard]] PatternResult trim_suffix(std::string_view pattern, std::string_view value, Greed greed);
[[nodiscard]] PatternResult replace_pattern(std::string_view pattern, std::string_view replacement, std::string_view value,
                                            Replace replace);

}  // namespace slipway::semantic
