#include "support/suggest.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace slipway {

namespace {

/// Characters as their first bytes and a running mix of the others: equal characters give equal numbers.
std::vector<std::uint32_t> characters(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U && !out.empty() && out.back() >= 0xC0U) {
      out.back() = (out.back() << 6U) | (byte & 0x3FU);
    } else {
      out.push_back(byte);
    }
  }
  return out;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

}  // namespace

namespace {

/// Levenshtein's table row by row, in numbers that fit `row`; ends early once a whole row is over `limit`.
template <class Text>
std::size_t distance_in(const Text& a, const Text& b, std::vector<std::size_t>& row, std::size_t limit) {
  row.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    std::size_t least = row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(row[b.size()], limit + 1);
}

/// What two texts begin and end with alike costs nothing and is left out.
template <class Text>
void trim_common_ends(Text& a, Text& b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
}

/// Which letters occur, a bit for each (some share one). One edit changes at most two of the bits.
std::uint32_t letters_of(std::string_view text) {
  std::uint32_t out = 0;
  for (const char c : text) out |= std::uint32_t{1} << (static_cast<unsigned char>(c) & 31U);
  return out;
}

}  // namespace

std::size_t edit_distance_up_to(std::size_t limit, std::string_view a, std::string_view b) {
  thread_local std::vector<std::size_t> row;  // asked thousands of times for one file: one allocation a thread
  if (!is_ascii(a) || !is_ascii(b)) return distance_in(characters(a), characters(b), row, limit);
  trim_common_ends(a, b);
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  if (static_cast<std::size_t>(std::popcount(letters_of(a) ^ letters_of(b))) > 2 * limit) return limit + 1;
  return a.empty() ? b.size() : distance_in(a, b, row, limit);
}

std::size_t edit_distance(std::string_view a, std::string_view b) { return edit_distance_up_to(std::max(a.size(), b.size()), a, b); }

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t limit = 3;
  std::size_t best = limit;
  std::string_view found;
  for (const auto candidate : candidates) {
    if (candidate == word) return {};
    const auto difference = candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
    const std::size_t bytes_a_character = is_ascii(word) && is_ascii(candidate) ? 1 : 4;
    if (difference >= best * bytes_a_character) continue;
    const auto distance = edit_distance_up_to(best - 1, word, candidate);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const auto found = nearest(word, candidates);
  return found.empty() ? std::string() : " (did you mean " + std::string(found) + "?)";
}

}  // namespace slipway
