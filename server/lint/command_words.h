#pragma once
// Flags among the words of a command. `-abc` holds the flags a, b and c, `--name=value` the flag name; `-` and `--` hold none. Flags are
// named without dashes; lists of them are words between blanks.

#include <optional>
#include <string_view>
#include <vector>

#include "shell/script.h"

namespace slipway::lint {

[[nodiscard]] bool has_flag(const shell::Command& command, std::string_view flags);
[[nodiscard]] std::size_t count_flag(const shell::Command& command, std::string_view flag);

/// True when `word` is a flag, or a cluster of them.
[[nodiscard]] bool is_flag(std::string_view word);

/// True when a word that is a flag (or a cluster that ends in one) of the list takes the next word as its value.
[[nodiscard]] bool awaits_value(std::string_view word, std::string_view valued);

/// True when a variable of a name such as APK_FLAGS or CURL_OPTS may hold options that decide.
[[nodiscard]] bool may_hold_flags(const shell::Command& command);

/// True when one of the arguments is one of the words.
[[nodiscard]] bool has_word(const shell::Command& command, std::string_view words);

/// True when these words, one after the other, stand among the arguments; `words` are separated by blanks.
[[nodiscard]] bool has_sequence(const shell::Command& command, std::string_view words);

/// The arguments that are neither flags nor values of the flags in `valued`.
[[nodiscard]] std::vector<const shell::Argument*> operands(const shell::Command& command, std::string_view valued);

}  // namespace slipway::lint
