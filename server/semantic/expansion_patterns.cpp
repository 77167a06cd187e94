#include "semantic/expansion_patterns.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "support/strings.h"
#include "syntax/variable_name.h"
#include "text/utf8.h"

namespace slipway::semantic {

namespace {

using Characters = std::u32string;

Characters characters_of(std::string_view text) {
  Characters out;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::character_at(text, at);
    out += c.code;
    at += c.bytes;
  }
  return out;
}

std::string text_of(std::u32string_view characters) {
  std::string out;
  for (const char32_t c : characters) text::append_utf8(c, out);
  return out;
}

/// What stands between two `*`. In `any`, true where a `?` matches each character.
struct Segment {
  Characters text;
  std::vector<bool> any;
};

/// A pattern cut at its stars: one segment more than there are stars.
struct Pattern {
  std::vector<Segment> segments{1};
  std::optional<std::string> error;
};

void append(Segment& segment, char32_t code, bool any) {
  segment.text += code;
  segment.any.push_back(any);
}

Pattern read_pattern(std::u32string_view text) {
  constexpr char32_t byte_order_mark = 0xFEFF;
  constexpr char32_t end_of_text = 0xFFFD;  // what Go prints for the end
  if (!text.empty() && text.front() == byte_order_mark) text.remove_prefix(1);
  Pattern out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t c = text[at];
    if (c == '*') {
      out.segments.emplace_back();
    } else if (c == '?') {
      append(out.segments.back(), c, true);
    } else if (c != '\\') {
      append(out.segments.back(), c, false);
    } else {
      const char32_t next = at + 1 < text.size() ? text[at + 1] : end_of_text;
      if (next == '}' || next == '/') continue;  // the escape belongs to ${…}, not to the pattern
      if (next != '*' && next != '?' && next != '\\') {
        out.error = "invalid pattern (" + text_of(text) + ") in substitution: invalid escape '\\" + text_of({&next, 1}) + "'";
        return out;
      }
      append(out.segments.back(), next, false);
      ++at;
    }
  }
  return out;
}

bool matches_at(const Segment& segment, std::u32string_view value, std::size_t at) {
  if (at + segment.text.size() > value.size()) return false;
  for (std::size_t i = 0; i < segment.text.size(); ++i) {
    if (!segment.any[i] && segment.text[i] != value[at + i]) return false;
  }
  return true;
}

std::optional<std::size_t> find_segment(const Segment& segment, std::u32string_view value, std::size_t from) {
  for (std::size_t at = from; at + segment.text.size() <= value.size(); ++at) {
    if (matches_at(segment, value, at)) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_last_segment(const Segment& segment, std::u32string_view value, std::size_t from) {
  if (segment.text.size() > value.size()) return std::nullopt;
  for (std::size_t at = value.size() - segment.text.size() + 1; at > from; --at) {
    if (matches_at(segment, value, at - 1)) return at - 1;
  }
  return std::nullopt;
}

/// Where the match that begins at `at` ends. Leftmost places of all segments leave the most room for the last one.
std::optional<std::size_t> match_end(const Pattern& pattern, std::u32string_view value, std::size_t at, Greed greed) {
  if (!matches_at(pattern.segments.front(), value, at)) return std::nullopt;
  at += pattern.segments.front().text.size();
  for (std::size_t i = 1; i < pattern.segments.size(); ++i) {
    const auto& segment = pattern.segments[i];
    const bool last = i + 1 == pattern.segments.size();
    const auto place = last && greed == Greed::Longest ? find_last_segment(segment, value, at) : find_segment(segment, value, at);
    if (!place) return std::nullopt;
    at = *place + segment.text.size();
  }
  return at;
}

struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<Match> find_match(const Pattern& pattern, std::u32string_view value, std::size_t from) {
  for (std::size_t at = from; at <= value.size(); ++at) {
    const auto first = find_segment(pattern.segments.front(), value, at);
    if (!first) return std::nullopt;
    at = *first;
    if (const auto end = match_end(pattern, value, at, Greed::Longest)) return Match{at, *end};
    if (pattern.segments.size() > 1) return std::nullopt;  // what fails behind a star fails further right too
  }
  return std::nullopt;
}

/// The pattern backwards, escapes kept before what they escape.
Characters reverse_pattern(const Characters& pattern) {
  Characters out(pattern.size(), 0);
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t place = pattern.size() - 1 - i;
    if (pattern[i] == '\\' && i + 1 < pattern.size()) {
      out[place - 1] = pattern[i];
      out[place] = pattern[i + 1];
      i += 2;
    } else {
      out[place] = pattern[i];
      ++i;
    }
  }
  return out;
}

/// A replacement in which Go's regexp package reads `$0` and `$name`: the former is the match, others are empty.
class ReplacementTemplate {
 public:
  explicit ReplacementTemplate(std::string_view text) : text_(text) {}

  void append_to(std::string& out, std::string_view match) const {
    auto rest = text_;
    for (;;) {
      const auto dollar = rest.find('$');
      out += rest.substr(0, dollar);
      if (dollar == std::string_view::npos) return;
      rest.remove_prefix(dollar + 1);
      if (!rest.empty() && rest.front() == '$') {
        out += '$';
        rest.remove_prefix(1);
        continue;
      }
      const bool braces = !rest.empty() && rest.front() == '{';
      const auto name = rest.substr(braces ? 1 : 0, name_length(rest.substr(braces ? 1 : 0)));
      const bool closed = !braces || (name.size() + 1 < rest.size() && rest[name.size() + 1] == '}');
      if (name.empty() || !closed) {
        out += '$';
        continue;
      }
      if (name == "0") out += match;
      rest.remove_prefix(name.size() + (braces ? 2 : 0));
    }
  }

 private:
  static std::size_t name_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size()) {
      const bool special =
          !is_letter(text[length]) && !is_digit(text[length]) && text[length] != '_' && static_cast<unsigned char>(text[length]) < 0x80;
      const auto step = special ? 0 : syntax::buildkit_name_length(text.substr(length));
      if (step == 0) break;
      length += step;
    }
    return length;
  }

  std::string_view text_;
};

}  // namespace

PatternResult trim_prefix(std::string_view pattern_text, std::string_view value_text, Greed greed) {
  const auto pattern = read_pattern(characters_of(pattern_text));
  if (pattern.error) return {{}, pattern.error};
  const auto value = characters_of(value_text);
  const auto end = match_end(pattern, value, 0, greed);
  return {end ? text_of(std::u32string_view(value).substr(*end)) : std::string(value_text), std::nullopt};
}

PatternResult trim_suffix(std::string_view pattern, std::string_view value_text, Greed greed) {
  auto value = characters_of(value_text);
  std::reverse(value.begin(), value.end());
  auto result = trim_prefix(text_of(reverse_pattern(characters_of(pattern))), text_of(value), greed);
  if (result.error) return result;
  auto rest = characters_of(result.text);
  std::reverse(rest.begin(), rest.end());
  return {text_of(rest), std::nullopt};
}

PatternResult replace_pattern(std::string_view pattern_text, std::string_view replacement, std::string_view value_text, Replace replace) {
  const auto pattern = read_pattern(characters_of(pattern_text));
  if (pattern.error) return {{}, pattern.error};
  const auto characters = characters_of(value_text);
  const std::u32string_view value = characters;
  if (replace == Replace::First) {
    const auto match = find_match(pattern, value, 0);
    if (!match) return {std::string(value_text), std::nullopt};
    return {text_of(value.substr(0, match->begin)) + std::string(replacement) + text_of(value.substr(match->end)), std::nullopt};
  }
  constexpr std::size_t most_bytes = std::size_t{1} << 20U;  // no end of `${X//?/long text}` line after line
  const ReplacementTemplate text(replacement);
  std::string out;
  std::size_t done = 0;
  for (std::size_t from = 0; from <= value.size();) {
    const auto match = find_match(pattern, value, from);
    if (!match || out.size() > most_bytes) break;
    out += text_of(value.substr(done, match->begin - done));
    // As in Go, no empty match directly behind another match.
    if (match->end > done || match->begin == 0) text.append_to(out, text_of(value.substr(match->begin, match->end - match->begin)));
    done = match->end;
    from = std::max(from + 1, match->end);
  }
  return {out + text_of(value.substr(std::min(done, value.size()))), std::nullopt};
}

}  // namespace slipway::semantic
