#include "features/completion/read_line.h"

#include <algorithm>

#include "support/strings.h"

namespace slipway::features {

namespace {

using syntax::Keyword;

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] bool touches(std::size_t place) const { return begin <= place && place <= end; }
};

/// Reads one joined line around the cursor.
class LineReader {
 public:
  LineReader(const TypedLine& line, char escape, Where& where)
      : line_(line), text_(line.text), cursor_(line.cursor), escape_(escape), where_(where) {}

  void run() {
    read_instruction(0);
    if (where_.part == Part::MountKey || where_.part == Part::MountValue) where_.used = std::move(mount_keys_);
  }

 private:
  [[nodiscard]] std::size_t skip_blanks(std::size_t at) const {
    while (at < text_.size() && is_space(text_[at])) ++at;
    return at;
  }
  [[nodiscard]] std::size_t plain_end(std::size_t at) const {
    while (at < text_.size() && !is_space(text_[at])) ++at;
    return at;
  }
  /// Behind a word in which quotes and escapes hide blanks.
  [[nodiscard]] std::size_t quoted_end(std::size_t at) const {
    char quote = '\0';
    for (; at < text_.size(); ++at) {
      const char c = text_[at];
      if (quote == '\0' && is_space(c)) break;
      if (c == escape_ && quote != '\'') {
        ++at;
      } else if (c == '"' || c == '\'') {
        quote = quote == c ? '\0' : quote == '\0' ? c : quote;
      }
    }
    return std::min(at, text_.size());
  }
  [[nodiscard]] std::string slice(Span span) const { return std::string(text_.substr(span.begin, span.end - span.begin)); }

  /// The edit replaces this part; `typed` ends at the cursor.
  void set_word(Span span) {
    const auto begin = std::min(span.begin, cursor_);
    const auto end = std::max(span.end, cursor_);
    where_.typed = text_.substr(begin, cursor_ - begin);
    where_.earlier = begin < line_.line_begin ? std::string(text_.substr(begin, line_.line_begin - begin)) : std::string();
    where_.word = line_.source_range(begin, end);
    where_.next = end < text_.size() ? text_[end] : '\0';
  }

  bool set_variable(std::size_t from, SingleQuotes quotes) { return set_variable(from, quotes, escape_); }

  bool set_variable(std::size_t from, SingleQuotes quotes, char escape) {
    const auto variable = typed_variable(text_, from, cursor_, escape, quotes);
    if (!variable) return false;
    where_.part = Part::Variable;
    where_.brace = variable->brace;
    set_word({variable->begin, variable->end});
    return true;
  }

  void read_instruction(std::size_t at) {
    auto begin = skip_blanks(at);
    if (text_.substr(begin, 3) == "\xEF\xBB\xBF") begin += 3;  // a byte order mark
    const Span keyword{begin, plain_end(begin)};
    if (cursor_ <= keyword.end) {
      where_.part = Part::Keyword;
      set_word(cursor_ < begin ? Span{cursor_, cursor_} : keyword);
      return;
    }
    where_.keyword = syntax::keyword_from(slice(keyword));
    if (where_.keyword == Keyword::Onbuild && where_.nesting == Nesting::Top) {
      where_.nesting = Nesting::Onbuild;
      return read_instruction(keyword.end);
    }
    read_flags(keyword.end);
  }

  void read_flags(std::size_t at) {
    std::optional<Span> here;
    bool later = false;
    at = skip_blanks(at);
    while (at < text_.size() && is_flag(at)) {
      const Span word{at, quoted_end(at)};
      if (word.touches(cursor_)) {
        here = word;
      } else {
        remember_flag(slice(word));
        later = later || word.begin > cursor_;
      }
      at = skip_blanks(word.end);
      if (!word.touches(cursor_) && slice(word) == "--") break;
    }
    if (here) return read_flag(*here);
    if (cursor_ < at && later) {
      where_.part = Part::FlagName;
      return set_word({cursor_, cursor_});
    }
    read_arguments(std::min(at, cursor_));
  }

  [[nodiscard]] bool is_flag(std::size_t at) const {
    return text_.substr(at, 2) == "--" || (text_[at] == '-' && cursor_ == at + 1 && plain_end(at) == at + 1);
  }

  void remember_flag(const std::string& word) {
    const auto equals = word.find('=');
    where_.used.push_back(word.substr(2, equals == std::string::npos ? equals : equals - 2));
    if (where_.used.back() == "from" && equals != std::string::npos) where_.from = word.substr(equals + 1);
  }

  void read_flag(Span word) {
    const auto equals = slice(word).find('=');
    if (equals == std::string::npos || cursor_ <= word.begin + equals) {
      where_.part = Part::FlagName;
      return set_word({word.begin, equals == std::string::npos ? word.end : word.begin + equals});
    }
    where_.owner = text_.substr(word.begin + 2, equals > 2 ? equals - 2 : 0);
    const Span value{word.begin + equals + 1, word.end};
    if (where_.keyword == Keyword::Run && where_.owner == "mount") return read_mount(value);
    if (expands_flag() && set_variable(value.begin, SingleQuotes::Hide)) return;
    where_.part = Part::FlagValue;
    set_word(without_quotes(value));
  }

  /// Flags whose values BuildKit expands (the Expand methods in instructions/commands.go).
  [[nodiscard]] bool expands_flag() const {
    const auto& name = where_.owner;
    return name == "platform" || name == "chown" || name == "chmod" || name == "checksum";
  }

  [[nodiscard]] Span without_quotes(Span span) const {
    if (span.begin < span.end && (text_[span.begin] == '"' || text_[span.begin] == '\'') && span.begin < cursor_) {
      const char quote = text_[span.begin++];
      if (span.end > span.begin && text_[span.end - 1] == quote && span.end > cursor_) --span.end;
    }
    return span;
  }

  void read_mount(Span value) {
    std::optional<Span> here;
    for (auto at = value.begin; at <= value.end;) {
      auto end = std::min(text_.find(',', at), value.end);
      const Span field{at, end};
      if (!here && field.touches(cursor_)) {
        here = field;
      } else {
        remember_mount_key(slice(field));
      }
      at = end + 1;
    }
    if (!here) return;
    auto field = without_quotes(*here);
    const auto equals = slice(field).find('=');
    if (equals == std::string::npos || cursor_ <= field.begin + equals) {
      where_.part = Part::MountKey;
      return set_word({field.begin, equals == std::string::npos ? field.end : field.begin + equals});
    }
    where_.owner = to_lower(text_.substr(field.begin, equals));
    field.begin += equals + 1;
    if (where_.owner != "from" && set_variable(field.begin, SingleQuotes::Hide)) return;
    where_.part = Part::MountValue;
    set_word(field);
  }

  void remember_mount_key(const std::string& field) {
    if (field.empty()) return;
    const auto equals = field.find('=');
    const auto key = to_lower(field.substr(0, equals));
    mount_keys_.push_back(key);
    if (equals == std::string::npos) return;
    if (key == "type") where_.mount_type = to_lower(field.substr(equals + 1));
    if (key == "from") where_.from = field.substr(equals + 1);
  }

  void read_arguments(std::size_t at) {
    const auto first = skip_blanks(at);
    where_.flags_fit = cursor_ <= first && (at == cursor_ || is_space(text_[cursor_ - 1]));
    switch (where_.keyword) {
      case Keyword::From: return read_from(at);
      case Keyword::Copy:
      case Keyword::Add:
      case Keyword::Volume:
      case Keyword::Shell: return first < cursor_ && text_[first] == '[' ? read_json(first) : read_words(at);
      case Keyword::Expose:
      case Keyword::User:
      case Keyword::Workdir:
      case Keyword::Stopsignal: return read_words(at);
      case Keyword::Env:
      case Keyword::Label:
      case Keyword::Arg: return read_pairs(at);
      case Keyword::Healthcheck: return read_healthcheck(at);
      case Keyword::Run:
      case Keyword::Cmd:
      case Keyword::Entrypoint: return read_shell(at);
      default: where_.part = Part::Nothing;
    }
  }

  void read_shell(std::size_t at) {
    const auto first = skip_blanks(at);
    // In a JSON array single quotes are ordinary characters of a string.
    const auto quotes = first < text_.size() && text_[first] == '[' ? SingleQuotes::Plain : SingleQuotes::Hide;
    if (!set_variable(at, quotes, '\\')) {
      where_.part = Part::Nothing;
      set_word({cursor_, cursor_});
    }
  }

  void read_healthcheck(std::size_t at) {
    const auto first = skip_blanks(at);
    const Span word{first, plain_end(first)};
    if (cursor_ > word.end) return read_shell(word.end);
    where_.part = Part::Argument;
    set_word(cursor_ < first ? Span{cursor_, cursor_} : word);
  }

  /// The word at the cursor among words between blanks; counts those before it.
  Span find_word(std::size_t at) {
    while (true) {
      const auto begin = skip_blanks(at);
      const Span word{begin, plain_end(begin)};
      if (cursor_ < begin) return {cursor_, cursor_};
      if (word.touches(cursor_)) return word;
      ++where_.index;
      at = word.end;
    }
  }

  void read_words(std::size_t at) {
    const auto word = find_word(at);
    if (set_variable(where_.keyword == Keyword::User || where_.keyword == Keyword::Workdir ? at : word.begin, SingleQuotes::Hide)) return;
    where_.part = Part::Argument;
    set_word(without_quotes(word));
  }

  void read_from(std::size_t at) {
    const auto word = find_word(at);
    if (where_.index == 1) {
      where_.part = Part::As;
      return set_word(word);
    }
    if (where_.index > 1 || set_variable(word.begin, SingleQuotes::Hide)) return;
    read_image(word);
  }

  void read_image(Span word) {
    const auto name = slice(word);
    const auto at_sign = name.find('@');
    const auto slash = name.rfind('/', at_sign);
    const auto colon = name.find(':', slash == std::string::npos ? 0 : slash);
    const auto name_end = word.begin + std::min({colon, at_sign, name.size()});
    if (cursor_ <= name_end) {
      where_.part = Part::Image;
      return set_word({word.begin, name_end});
    }
    const auto tag_end = word.begin + std::min(at_sign, name.size());
    if (cursor_ > tag_end) return;  // a digest cannot be known
    where_.part = Part::Tag;
    where_.owner = slice({word.begin, name_end});
    set_word({name_end + 1, tag_end});
  }

  /// The string at the cursor in `["a", "b"]`.
  void read_json(std::size_t at) {
    where_.quoting = Quoting::Json;
    for (++at; at < text_.size();) {
      at = text_.find('"', at);
      if (at == std::string_view::npos || at >= cursor_) return;
      auto end = at + 1;
      while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
      end = std::min(end, text_.size());
      const Span string{at + 1, end};
      if (string.touches(cursor_)) {
        if (where_.keyword != Keyword::Shell && set_variable(string.begin, SingleQuotes::Hide)) return;
        where_.part = Part::Argument;
        // An open string runs to the end of the line: only what is typed so far is the word.
        return set_word(end == text_.size() ? Span{string.begin, cursor_} : string);
      }
      ++where_.index;
      at = end + 1;
    }
  }

  void read_pairs(std::size_t at) {
    while (true) {
      const auto begin = skip_blanks(at);
      const Span word{begin, quoted_end(begin)};
      if (cursor_ >= begin && !word.touches(cursor_)) {
        where_.used.push_back(slice({begin, std::min(text_.find('=', begin), word.end)}));
        ++where_.index;
        at = word.end;
        continue;
      }
      return cursor_ < begin ? read_pair({cursor_, cursor_}) : read_pair(word);
    }
  }

  void read_pair(Span word) {
    const auto equals = text_.find('=', word.begin);
    if (equals == std::string_view::npos || equals >= word.end || cursor_ <= equals) {
      // ENV's old form has its value behind a blank.
      if (set_variable(word.begin, SingleQuotes::Hide)) return;
      where_.part = Part::PairKey;
      return set_word({word.begin, std::min(equals, word.end)});
    }
    if (set_variable(equals + 1, SingleQuotes::Hide)) return;
    where_.part = Part::PairValue;
    where_.owner = slice({word.begin, equals});
    set_word(without_quotes({equals + 1, word.end}));
  }

  std::vector<std::string> mount_keys_;  ///< those that stand in the mount at the cursor already
  const TypedLine& line_;
  std::string_view text_;
  std::size_t cursor_;
  char escape_;
  Where& where_;
};

}  // namespace

void read_line(const TypedLine& line, char escape, Where& where) { LineReader(line, escape, where).run(); }

}  // namespace slipway::features
