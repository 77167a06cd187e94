#pragma once
// Texts as Go's fmt and strconv print and read them: BuildKit's messages and limits depend on it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace slipway::syntax {

/// `%q`: in double quotes, with Go's escapes for quotes, control characters and invalid bytes.
[[nodiscard]] std::string go_quote(std::string_view text);

/// True when strings.ToLower leaves the text as it is; text with invalid UTF-8 never is.
[[nodiscard]] bool is_go_lower(std::string_view text);

/// strconv.ParseBool: 1 t T TRUE true True, and the same for false.
[[nodiscard]] std::optional<bool> parse_go_bool(std::string_view text);

/// strconv.ParseUint with `bits` of 32 or 64: digits only, no sign.
[[nodiscard]] std::optional<std::uint64_t> parse_go_unsigned(std::string_view text, unsigned base, unsigned bits);

/// Why a text is no integer.
enum class NumberError { Syntax, Range };

/// A number, or why there is none (then `value` is 0).
struct GoInteger {
  std::int64_t value = 0;
  std::optional<NumberError> error;
};

/// strconv.ParseInt in base 10, with a sign or without, in `bits` of 32 or 64.
[[nodiscard]] GoInteger parse_go_integer(std::string_view text, unsigned bits);

/// Go's sentence for an integer that cannot be read: `strconv.ParseInt: parsing "x": invalid syntax`.
[[nodiscard]] std::string go_integer_error(std::string_view text, NumberError error);

}  // namespace slipway::syntax
