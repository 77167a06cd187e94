#include "syntax/go_duration.h"

#include <array>
#include <limits>

#include "support/strings.h"

namespace slipway::syntax {

namespace {

constexpr std::uint64_t limit = std::uint64_t{1} << 63U;

struct Unit {
  std::string_view name;
  std::uint64_t nanoseconds;
};

constexpr std::array units{
    Unit{"ns", 1},         Unit{"us", 1'000},        Unit{"µs", 1'000},         Unit{"μs", 1'000},
    Unit{"ms", 1'000'000}, Unit{"s", 1'000'000'000}, Unit{"m", 60'000'000'000}, Unit{"h", 3'600'000'000'000},
};

/// time's own quoting: other than %q it writes every byte beyond ASCII as \x.
std::string quote(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || byte < ' ') {
      out += "\\x";
      out += hex[byte >> 4U];
      out += hex[byte & 0xFU];
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// Digits in front of a text, cut from it. Nothing when the number is too large; digits of a fraction beyond what fits are dropped.
struct Fraction {
  std::uint64_t digits = 0;
  double scale = 1;
};

std::optional<std::uint64_t> take_integer(std::string_view& text) {
  std::uint64_t value = 0;
  while (!text.empty() && is_digit(text.front())) {
    if (value > limit / 10) return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(text.front() - '0');
    if (value > limit) return std::nullopt;
    text.remove_prefix(1);
  }
  return value;
}

Fraction take_fraction(std::string_view& text) {
  Fraction out;
  bool full = false;
  for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1)) {
    if (full) continue;
    const auto digit = static_cast<std::uint64_t>(text.front() - '0');
    if (out.digits > (limit - 1) / 10 || out.digits * 10 + digit > limit) {
      full = true;
      continue;
    }
    out.digits = out.digits * 10 + digit;
    out.scale *= 10;
  }
  return out;
}

std::optional<std::uint64_t> scaled(std::uint64_t whole, Fraction fraction, std::uint64_t unit) {
  if (whole > limit / unit) return std::nullopt;
  whole *= unit;
  if (fraction.digits > 0)
    whole += static_cast<std::uint64_t>(static_cast<double>(fraction.digits) * (static_cast<double>(unit) / fraction.scale));
  return whole > limit ? std::nullopt : std::optional(whole);
}

/// Reads one `number unit` from the front of `text`.
struct Part {
  std::optional<std::uint64_t> nanoseconds;
  std::string error;
};

Part take_part(std::string_view& text, std::string_view whole_text) {
  const Part invalid{std::nullopt, "time: invalid duration " + quote(whole_text)};
  if (text.front() != '.' && !is_digit(text.front())) return invalid;
  const auto before = text.size();
  const auto whole = take_integer(text);
  if (!whole) return invalid;
  bool has_digits = text.size() != before;
  Fraction fraction;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    const auto before_fraction = text.size();
    fraction = take_fraction(text);
    has_digits = has_digits || text.size() != before_fraction;
  }
  if (!has_digits) return invalid;
  const auto name = text.substr(0, text.find_first_of(".0123456789"));
  if (name.empty()) return {std::nullopt, "time: missing unit in duration " + quote(whole_text)};
  text.remove_prefix(name.size());
  for (const auto& unit : units) {
    if (unit.name != name) continue;
    const auto value = scaled(*whole, fraction, unit.nanoseconds);
    return value ? Part{value, {}} : invalid;
  }
  return {std::nullopt, "time: unknown unit " + quote(name) + " in duration " + quote(whole_text)};
}

}  // namespace

GoDuration parse_go_duration(std::string_view whole_text) {
  const std::string invalid = "time: invalid duration " + quote(whole_text);
  auto text = whole_text;
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  if (text == "0") return {};
  if (text.empty()) return {0, invalid};
  std::uint64_t sum = 0;
  while (!text.empty()) {
    auto part = take_part(text, whole_text);
    if (!part.nanoseconds) return {0, std::move(part.error)};
    sum += *part.nanoseconds;
    if (sum > limit) return {0, invalid};
  }
  if (negative) return {sum == limit ? std::numeric_limits<std::int64_t>::min() : -static_cast<std::int64_t>(sum), std::nullopt};
  if (sum == limit) return {0, invalid};
  return {static_cast<std::int64_t>(sum), std::nullopt};
}

}  // namespace slipway::syntax
