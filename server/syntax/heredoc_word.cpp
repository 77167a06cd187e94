#include "syntax/heredoc_word.h"

#include <algorithm>

#include "support/strings.h"
#include "text/utf8.h"

namespace slipway::syntax {

namespace {

constexpr std::string_view pattern_spaces = " \t\n\f\r";

/// Counts the words of a heredoc's name: Unicode white space separates outside quotes, the escape character is the backslash.
class NameWords {
 public:
  explicit NameWords(std::string_view name) : name_(name) {}

  /// True for exactly one word, with all quotes and braces closed.
  bool is_single() {
    while (at_ < name_.size()) {
      if (!read_part()) return false;
    }
    return words_ + (filled_ ? 1 : 0) == 1;
  }

 private:
  bool read_part() {
    const char c = name_[at_];
    if (c == '\'' || c == '"') return read_quotes(c);
    if (c == '$' && at_ + 1 < name_.size() && name_[at_ + 1] == '{') return read_braces();
    const auto character = text::character_at(name_, at_);
    if (text::is_unicode_space(character.code)) {
      words_ += filled_ ? 1 : 0;
      filled_ = false;
    } else if (c != '\\') {
      filled_ = true;
    } else if (at_ + 1 < name_.size()) {
      filled_ = true;
      ++at_;
    }
    at_ = std::min(at_ + text::character_at(name_, at_).bytes, name_.size());
    return true;
  }

  bool read_quotes(char quote) {
    const auto begin = ++at_;
    while (at_ < name_.size() && name_[at_] != quote) {
      const bool escaped = quote == '"' && name_[at_] == '\\' && at_ + 1 < name_.size();
      at_ += escaped ? 2 : 1;
    }
    if (at_ >= name_.size()) return false;
    filled_ = filled_ || at_ > begin;
    ++at_;
    return true;
  }

  bool read_braces() {
    const auto close = name_.find('}', at_);
    if (close == std::string_view::npos || close == at_ + 2) return false;
    filled_ = true;
    at_ = close + 1;
    return true;
  }

  std::string_view name_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  bool filled_ = false;
};

}  // namespace

bool is_heredoc_word(std::string_view word) {
  while (!word.empty() && is_digit(word.front())) word.remove_prefix(1);
  if (word.substr(0, 2) != "<<") return false;
  word.remove_prefix(2);
  if (!word.empty() && word.front() == '-') word.remove_prefix(1);
  word.remove_prefix(std::min(word.find_first_not_of(pattern_spaces), word.size()));
  return word.find('<') == std::string_view::npos && NameWords(word).is_single();
}

}  // namespace slipway::syntax
