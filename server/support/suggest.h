#pragma once
// "Did you mean …?": the nearest of some candidates, as BuildKit's util/suggest chooses it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace slipway {

/// Levenshtein distance over characters of UTF-8 text (invalid bytes count one each).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The same where it is at most `limit`, else `limit + 1`: stops as soon as that is certain, which it mostly is after a few letters.
[[nodiscard]] std::size_t edit_distance_up_to(std::size_t limit, std::string_view a, std::string_view b);

/// The first candidate with the least distance, below 3; empty when none is that near or one equals `word`.
[[nodiscard]] std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// ` (did you mean X?)` with the nearest candidate, or nothing: what BuildKit appends to its messages.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace slipway
