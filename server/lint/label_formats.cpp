#include "lint/label_formats.h"

#include <algorithm>
#include <optional>

#include "catalog/licenses.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

bool is_lower_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

/// `scheme:` and something behind it (RFC 3986), without blanks.
bool is_url(std::string_view value) {
  const auto colon = value.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 == value.size() || !is_letter(value.front())) return false;
  const auto in_scheme = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
  return std::all_of(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(colon), in_scheme) &&
         value.find_first_of(" <>\"\\^`{|}") == std::string_view::npos;
}

/// Takes digits off the front; nothing unless there are `count` of them.
std::optional<int> take_number(std::string_view& text, std::size_t count) {
  if (text.size() < count || !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), is_digit)) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, count)) number = number * 10 + (c - '0');
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

/// `DD<separator>DD<separator>…`: each part two digits, not above its limit.
bool take_parts(std::string_view& text, std::initializer_list<int> limits, std::string_view separator) {
  bool first = true;
  for (const int limit : limits) {
    if (!first && !take(text, separator)) return false;
    first = false;
    const auto number = take_number(text, 2);
    if (!number || *number > limit) return false;
  }
  return true;
}

bool is_rfc3339(std::string_view value) {
  constexpr std::size_t year_digits = 4;
  if (!take_number(value, year_digits) || !take(value, "-") || !take_parts(value, {12, 31}, "-") || !take(value, "Tt ")) return false;
  if (!take_parts(value, {23, 59, 60}, ":")) return false;
  if (take(value, ".")) {
    const auto end = std::find_if_not(value.begin(), value.end(), is_digit);
    if (end == value.begin()) return false;
    value.remove_prefix(static_cast<std::size_t>(end - value.begin()));
  }
  if (take(value, "Zz")) return value.empty();
  return take(value, "+-") && take_parts(value, {23, 59}, ":") && value.empty();
}

bool is_hash(std::string_view value) {
  constexpr std::size_t short_hash = 7;
  constexpr std::size_t full_hash = 40;
  return (value.size() == short_hash || value.size() == full_hash) && std::all_of(value.begin(), value.end(), is_lower_hex);
}

bool is_plain_number(std::string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), is_digit) && (part.size() == 1 || part.front() != '0');
}

enum class LeadingZeros { Allowed, Refused };

/// Identifiers between dots, as they stand behind `-` and `+` of a version.
bool are_identifiers(std::string_view text, LeadingZeros zeros) {
  const auto parts = split(text, '.');
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    const bool is_number = !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
    if (is_number && zeros == LeadingZeros::Refused) return is_plain_number(part);
    return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
  });
}

bool is_semver(std::string_view value) {
  if (const auto plus = value.find('+'); plus != std::string_view::npos) {
    if (!are_identifiers(value.substr(plus + 1), LeadingZeros::Allowed)) return false;
    value = value.substr(0, plus);
  }
  if (const auto dash = value.find('-'); dash != std::string_view::npos) {
    if (!are_identifiers(value.substr(dash + 1), LeadingZeros::Refused)) return false;
    value = value.substr(0, dash);
  }
  const auto numbers = split(value, '.');
  constexpr std::size_t parts_of_a_version = 3;
  return numbers.size() == parts_of_a_version && std::all_of(numbers.begin(), numbers.end(), is_plain_number);
}

/// `name@host`, with atoms between dots on both sides (RFC 5322 without comments and quoted names).
bool is_email(std::string_view value) {
  const auto at = value.rfind('@');
  if (at == std::string_view::npos) return false;
  const auto is_good = [](std::string_view text, std::string_view others) {
    const auto atoms = split(text, '.');
    return std::all_of(atoms.begin(), atoms.end(), [&](std::string_view atom) {
      return !atom.empty() && std::all_of(atom.begin(), atom.end(),
                                          [&](char c) { return is_letter(c) || is_digit(c) || others.find(c) != std::string_view::npos; });
    });
  };
  return is_good(value.substr(0, at), "!#$%&'*+-/=?^_`{|}~") && is_good(value.substr(at + 1), "-");
}

}  // namespace

std::string_view format_complaint(LabelFormat format, std::string_view value) {
  switch (format) {
    case LabelFormat::Text: return {};
    case LabelFormat::Url: return is_url(value) ? "" : "an address (URL)";
    case LabelFormat::Rfc3339: return is_rfc3339(value) ? "" : "a time as RFC 3339 writes it (2025-01-31T12:00:00Z)";
    case LabelFormat::Spdx: return catalog::is_license(value) ? "" : "the SPDX identifier of a licence (Apache-2.0)";
    case LabelFormat::Hash: return is_hash(value) ? "" : "the hash of a Git commit, 7 or 40 digits";
    case LabelFormat::Semver: return is_semver(value) ? "" : "a version as Semantic Versioning writes it (1.2.3)";
    case LabelFormat::Email: return is_email(value) ? "" : "an e-mail address";
  }
  return {};
}

}  // namespace slipway::lint
