// Quote removal as POSIX 2.2 and bash's manual ("Quoting") describe it.

#include "shell/unquote.h"

#include <algorithm>
#include <cstdint>

#include "support/strings.h"
#include "text/utf8.h"

namespace slipway::shell {

namespace {

bool begins_name(char c) { return is_letter(c) || c == '_'; }

/// A character that names a variable all by itself: `$1`, `$@`, `$?`.
bool is_special(char c) { return is_digit(c) || std::string_view("@*#?-$!").find(c) != std::string_view::npos; }

class Unquoter {
 public:
  Unquoter(std::string_view text, TextRange range, const std::vector<TextRange>& substitutions)
      : word_(text.substr(range.begin, range.size())), begin_(range.begin), substitutions_(substitutions) {}

  Argument run(TextRange range) {
    while (at_ < word_.size()) step();
    return {std::move(out_), range, has_expansion_};
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < word_.size() ? word_[at_ + ahead] : '\0'; }

  void copy(std::size_t count) {
    count = std::min(count, word_.size() - at_);
    out_ += word_.substr(at_, count);
    at_ += count;
  }

  void step() {
    if (skip_substitution()) return;
    switch (peek()) {
      case '\\': return escape();
      case '\'':
        if (!double_quoted_) return single_quotes();
        return copy(1);
      case '"':
        double_quoted_ = !double_quoted_;
        ++at_;
        return;
      case '$': return dollar();
      case '`': return expansion(through('`', at_ + 1));
      default: return copy(1);
    }
  }

  bool skip_substitution() {
    while (next_ < substitutions_.size() && substitutions_[next_].begin < begin_ + at_) ++next_;
    if (next_ == substitutions_.size() || substitutions_[next_].begin != begin_ + at_) return false;
    const auto size = substitutions_[next_].size();
    if (size == 0) return false;
    expansion(size);
    return true;
  }

  void expansion(std::size_t count) {
    has_expansion_ = true;
    copy(count);
  }

  /// Bytes from here to behind the next `closing` at or after `from`; to the end when there is none.
  [[nodiscard]] std::size_t through(char closing, std::size_t from) const {
    const auto found = word_.find(closing, from);
    return (found == std::string_view::npos ? word_.size() : found + 1) - at_;
  }

  void escape() {
    const std::size_t line_end = peek(1) == '\n' ? 2 : peek(1) == '\r' && peek(2) == '\n' ? 3 : 0;
    if (line_end != 0) {
      at_ += line_end;
      return;
    }
    const bool escapes = at_ + 1 < word_.size() && (!double_quoted_ || std::string_view("$`\"\\").find(peek(1)) != std::string_view::npos);
    if (!escapes) return copy(1);
    ++at_;
    copy(1);
  }

  void single_quotes() {
    ++at_;
    const auto end = word_.find('\'', at_);
    copy((end == std::string_view::npos ? word_.size() : end) - at_);
    if (end != std::string_view::npos) ++at_;
  }

  void dollar() {
    const char next = peek(1);
    if (!double_quoted_ && next == '\'') return ansi_quotes();
    if (!double_quoted_ && next == '"') {
      ++at_;
      return;
    }
    if (next == '{') return expansion(through('}', at_));
    if (next == '(') return expansion(through(')', at_));
    if (is_special(next)) return expansion(2);
    if (!begins_name(next)) return copy(1);
    std::size_t length = 1;
    while (begins_name(peek(length)) || is_digit(peek(length))) ++length;
    expansion(length);
  }

  void ansi_quotes() {
    at_ += 2;
    while (at_ < word_.size() && peek() != '\'') {
      if (peek() == '\\' && at_ + 1 < word_.size()) {
        ansi_escape();
      } else {
        copy(1);
      }
    }
    if (at_ < word_.size()) ++at_;
  }

  void ansi_escape() {
    const char kind = peek(1);
    at_ += 2;
    constexpr std::string_view letters = "abefnrtvE\\'\"?";
    constexpr std::string_view values = "\a\b\033\f\n\r\t\v\033\\'\"?";
    if (const auto found = letters.find(kind); found != std::string_view::npos) {
      out_ += values[found];
      return;
    }
    if (kind == 'x') return append_number(16, 2, kind);
    if (kind == 'u') return append_number(16, 4, kind);
    if (kind == 'U') return append_number(16, 8, kind);
    if (kind >= '0' && kind <= '7') {
      --at_;
      return append_number(8, 3, kind);
    }
    out_ += '\\';
    out_ += kind;
  }

  void append_number(std::uint32_t base, int digits, char kind) {
    std::uint32_t value = 0;
    for (; digits > 0; --digits, ++at_) {
      const char c = peek();
      const bool hexadecimal = base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
      if (!hexadecimal && (c < '0' || static_cast<std::uint32_t>(c - '0') >= std::min(base, 10U))) break;
      value = value * base + static_cast<std::uint32_t>(hexadecimal ? (c | 0x20) - 'a' + 10 : c - '0');
    }
    if (kind == 'u' || kind == 'U') {
      text::append_utf8(value <= 0x10FFFF ? static_cast<char32_t>(value) : U'\uFFFD', out_);
    } else {
      out_ += static_cast<char>(value & 0xFFU);
    }
  }

  std::string_view word_;
  text::Offset begin_;
  const std::vector<TextRange>& substitutions_;
  std::size_t at_ = 0;
  std::size_t next_ = 0;
  bool double_quoted_ = false;
  bool has_expansion_ = false;
  std::string out_;
};

}  // namespace

Argument unquote(std::string_view text, TextRange range, const std::vector<TextRange>& substitutions) {
  return Unquoter(text, range, substitutions).run(range);
}

}  // namespace slipway::shell
