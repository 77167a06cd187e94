#pragma once
// Small helpers on ASCII text; none knows a locale.

#include <string>
#include <string_view>
#include <vector>

namespace slipway {

[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] std::string to_upper(std::string_view text);
[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view b);
[[nodiscard]] bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);

/// Space, tab, VT, FF, CR and LF.
[[nodiscard]] bool is_space(char c);
[[nodiscard]] bool is_digit(char c);
[[nodiscard]] bool is_letter(char c);

/// Without `is_space` characters at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// The parts between separators; one empty part for empty text.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// The parts between runs of `is_space`; none for blank text.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);

[[nodiscard]] std::string replace_all(std::string text, std::string_view what, std::string_view by);

}  // namespace slipway
