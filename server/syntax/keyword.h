#pragma once
// The instructions that BuildKit knows, and the flags each of them takes (frontend/dockerfile/instructions/parse.go).

#include <array>
#include <span>
#include <string_view>

namespace slipway::syntax {

enum class Keyword {
  Unknown,
  Add,
  Arg,
  Cmd,
  Copy,
  Entrypoint,
  Env,
  Expose,
  From,
  Healthcheck,
  Label,
  Maintainer,
  Onbuild,
  Run,
  Shell,
  Stopsignal,
  User,
  Volume,
  Workdir
};

/// Every keyword but Unknown, in alphabetical order.
[[nodiscard]] std::span<const Keyword> all_keywords();

/// The keyword with this spelling in any case; Unknown for any other text.
[[nodiscard]] Keyword keyword_from(std::string_view spelling);

/// Upper-case spelling; empty for Unknown.
[[nodiscard]] std::string_view spelling(Keyword keyword);

/// What the value of a flag may be.
enum class FlagValue { Text, Boolean };

/// How often a flag may stand on one instruction.
enum class Repeat { Once, Many };

struct FlagSpec {
  std::string_view name;  ///< without dashes; case-sensitive
  FlagValue value = FlagValue::Text;
  Repeat repeat = Repeat::Once;
};

/// The flags of an instruction in BuildKit's order; empty when it takes none.
[[nodiscard]] std::span<const FlagSpec> flags_of(Keyword keyword);

}  // namespace slipway::syntax
