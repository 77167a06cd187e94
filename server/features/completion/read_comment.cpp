#include "features/completion/read_comment.h"

#include <algorithm>

#include "support/strings.h"

namespace slipway::features {

namespace {

using text::Offset;

bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; }

/// The line with the cursor in it, and the parts of it.
struct Comment {
  std::string_view line;
  std::size_t cursor = 0;  ///< in the line
  Offset begin = 0;

  [[nodiscard]] std::size_t skip_blanks(std::size_t at) const {
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
    return at;
  }
  [[nodiscard]] std::size_t name_end(std::size_t at) const {
    while (at < line.size() && is_name_character(line[at])) ++at;
    return at;
  }
  void set_word(std::size_t from, std::size_t to, Where& where) const {
    from = std::min(from, cursor);
    to = std::max(to, cursor);
    where.typed = line.substr(from, cursor - from);
    where.word = {begin + static_cast<Offset>(from), begin + static_cast<Offset>(to)};
    where.next = to < line.size() ? line[to] : '\0';
  }
};

/// `skip=A,B;error=true` from `at` on.
void read_check(const Comment& comment, std::size_t at, Where& where) {
  const auto value = comment.line.substr(at, comment.cursor - at);
  const auto option = value.rfind(';') == std::string_view::npos ? 0 : value.rfind(';') + 1;
  const auto equals = value.find('=', option);
  auto end = comment.cursor;
  while (end < comment.line.size() && comment.line.substr(end, 1).find_first_of(",;= \t") == std::string_view::npos) ++end;
  if (equals == std::string_view::npos) {
    where.part = Part::CheckOption;
    comment.set_word(at + option, end, where);
    return;
  }
  where.part = Part::CheckValue;
  where.owner = to_lower(trim(value.substr(option, equals - option)));
  const auto comma = value.rfind(',');
  const auto from = comma != std::string_view::npos && comma > equals ? comma + 1 : equals + 1;
  for (const auto rule : split(value.substr(equals + 1), ',')) where.used.emplace_back(trim(rule));
  if (!where.used.empty()) where.used.pop_back();
  comment.set_word(at + from, end, where);
}

/// The rules behind `ignore=`.
void read_rules(const Comment& comment, std::size_t at, Where& where) {
  where.part = Part::IgnoredRule;
  const auto value = comment.line.substr(at, comment.cursor - at);
  const auto last = value.find_last_of(", \t");
  auto end = comment.cursor;
  while (end < comment.line.size() && comment.line.substr(end, 1).find_first_of(", \t") == std::string_view::npos) ++end;
  for (const auto rule : split(value, ',')) where.used.emplace_back(trim(rule));
  if (!where.used.empty()) where.used.pop_back();
  comment.set_word(at + (last == std::string_view::npos ? 0 : last + 1), end, where);
}

/// `hadolint ignore=`, `hadolint global ignore=`, `slipway ignore=`, `slipway ignore-file=`.
bool read_ignore(const Comment& comment, std::size_t body, Where& where) {
  const auto equals = comment.line.find('=', body);
  if (equals == std::string_view::npos || equals >= comment.cursor) return false;
  const auto words = split_words(comment.line.substr(body, equals - body));
  if (words.size() < 2 || words.size() > 3 || (words[0] != "slipway" && words[0] != "hadolint")) return false;
  if (words.back() != "ignore" && words.back() != "ignore-file") return false;
  where.owner = words[0];
  read_rules(comment, equals + 1, where);
  return true;
}

}  // namespace

void read_comment(std::string_view line, Offset begin, CommentPlace place, Where& where) {
  const Comment comment{line, where.cursor - begin, begin};
  const auto hash = line.find('#');
  where.part = Part::Nothing;
  if (hash == std::string_view::npos || comment.cursor <= hash) return;
  const auto body = comment.skip_blanks(hash + 1);
  const auto name_end = comment.name_end(body);
  if (comment.cursor <= name_end) {
    where.part = place == CommentPlace::Top ? Part::DirectiveName : Part::IgnoreName;
    comment.set_word(body, name_end, where);
    where.owner = line.substr(hash, std::min(body, comment.cursor) - hash);  // `#` with or without its blank
    return;
  }
  if (read_ignore(comment, body, where)) return;
  const auto equals = comment.skip_blanks(name_end);
  if (equals >= line.size() || line[equals] != '=' || comment.cursor <= equals) return;
  const auto value = std::min(comment.skip_blanks(equals + 1), comment.cursor);
  where.owner = to_lower(line.substr(body, name_end - body));
  if (where.owner == "check") return read_check(comment, value, where);
  if (place == CommentPlace::Later) return;
  where.part = Part::DirectiveValue;
  auto end = line.size();
  while (end > comment.cursor && is_space(line[end - 1])) --end;
  comment.set_word(value, end, where);
}

}  // namespace slipway::features
