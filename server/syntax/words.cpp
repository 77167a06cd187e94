#include "syntax/words.h"

#include "text/utf8.h"

namespace slipway::syntax {

namespace {

using text::Offset;
using text::TextRange;

/// BuildKit's parseWords as a machine that is fed one character after the other.
class QuotedWords {
 public:
  QuotedWords(std::string_view line, TextRange within, char escape)
      : line_(line.substr(0, within.end)), at_(within.begin), escape_(static_cast<unsigned char>(escape)) {}

  std::vector<LineWord> run() {
    while (at_ < line_.size()) step();
    finish_word();
    return std::move(words_);
  }

 private:
  void step() {
    const auto c = text::character_at(line_, at_);
    if (quote_ == 0 && text::is_unicode_space(c.code)) {
      finish_word();
      at_ += c.bytes;
      return;
    }
    if (!in_word_) begin_word();
    const bool escapes = c.code == escape_ && quote_ != U'\'';
    if (quote_ != 0 && c.code == quote_) {
      quote_ = 0;
    } else if (quote_ == 0 && (c.code == U'\'' || c.code == U'"')) {
      quote_ = c.code;
      blank_ok_ = true;
    } else if (escapes && at_ + c.bytes == line_.size()) {
      at_ += c.bytes;  // an escape at the very end is dropped
      quote_ = 0;
      return;
    } else if (escapes) {
      take(c);
      take(text::character_at(line_, at_));
      return;
    }
    take(c);
  }

  void take(text::Character c) {
    word_.text += line_.substr(at_, c.bytes);
    at_ += c.bytes;
  }

  void begin_word() {
    in_word_ = true;
    word_.range.begin = static_cast<Offset>(at_);
  }

  void finish_word() {
    if (in_word_ && (blank_ok_ || !word_.text.empty())) {
      word_.range.end = static_cast<Offset>(at_);
      words_.push_back(std::move(word_));
    }
    word_ = {};
    in_word_ = blank_ok_ = false;
  }

  std::string_view line_;
  std::size_t at_;
  char32_t escape_;
  char32_t quote_ = 0;
  bool in_word_ = false;
  bool blank_ok_ = false;
  LineWord word_;
  std::vector<LineWord> words_;
};

}  // namespace

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r'; }

std::vector<LineWord> split_plain(std::string_view line, TextRange within) {
  std::vector<LineWord> words;
  for (Offset at = within.begin; at < within.end;) {
    if (is_blank(line[at])) {
      ++at;
      continue;
    }
    const Offset begin = at;
    while (at < within.end && !is_blank(line[at])) ++at;
    words.push_back({std::string(line.substr(begin, at - begin)), {begin, at}});
  }
  return words;
}

std::vector<LineWord> split_quoted(std::string_view line, TextRange within, char escape) { return QuotedWords(line, within, escape).run(); }

TextRange trim_range(std::string_view line, TextRange within) {
  const auto whole = line.substr(within.begin, within.size());
  const auto left = text::trim_unicode_left(whole);
  const auto begin = static_cast<Offset>(within.begin + (whole.size() - left.size()));
  return {begin, begin + static_cast<Offset>(text::trim_unicode_right(left).size())};
}

}  // namespace slipway::syntax
