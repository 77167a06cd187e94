#include "syntax/variables.h"

#include <algorithm>
#include <array>

#include "support/strings.h"
#include "syntax/variable_name.h"
#include "text/utf8.h"

namespace slipway::syntax {

namespace {

using text::Offset;

/// Where a text that is searched ends: at the end of everything, or behind its closing character.
enum class Until { End, Brace, Parenthesis, Quote };

/// Operators behind a name, longer ones first.
constexpr std::array<std::string_view, 16> operators = {":-", ":+", ":?", ":=", "##", "%%", "//", "^^",
                                                        ",,", "-",  "+",  "?",  "#",  "%",  "/",  "="};

bool is_shell_name(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

/// Walks over a word and notes each use. Recursion follows `${…}`, `$(…)` and double quotes, to a depth that no honest text has.
class Finder {
 public:
  Finder(std::string_view text, char escape, Expander expander)
      : text_(text), escape_(expander == Expander::Shell ? '\\' : escape), expander_(expander) {}

  std::vector<VariableUse> run() {
    read_text(Until::End, Quoting::None);
    return std::move(uses_);
  }

 private:
  enum class Quoting { None, Double };

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char here() const { return text_[at_]; }
  [[nodiscard]] char ahead() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\0'; }
  [[nodiscard]] bool is_shell() const { return expander_ == Expander::Shell; }
  [[nodiscard]] Offset offset() const { return static_cast<Offset>(at_); }

  /// Reads on until the text is closed; true when it was.
  bool read_text(Until until, Quoting quoting) {
    constexpr unsigned deepest = 64;
    if (depth_ == deepest) {
      at_ = text_.size();
      return false;
    }
    ++depth_;
    const bool closed = read_parts(until, quoting);
    --depth_;
    return closed;
  }

  bool read_parts(Until until, Quoting quoting) {
    unsigned open = 0;
    while (!at_end()) {
      const char c = here();
      if (c == '$') {
        read_dollar(quoting);
      } else if (c == escape_) {
        skip_escape(quoting);
      } else if (c == '"' && until == Until::Quote) {
        ++at_;
        return true;
      } else if (c == '"') {
        ++at_;
        read_text(Until::Quote, Quoting::Double);
      } else if (c == '\'' && quoting == Quoting::None) {
        at_ = std::min(text_.find('\'', at_ + 1), text_.size() - 1) + 1;
      } else if (c == '}' && until == Until::Brace) {
        return true;
      } else if (c == '(' && until == Until::Parenthesis) {
        ++open;
        ++at_;
      } else if (c == ')' && until == Until::Parenthesis) {
        ++at_;
        if (open-- == 0) return true;
      } else if (c == '#' && begins_comment(until, quoting)) {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else {
        ++at_;
      }
    }
    return until == Until::End;
  }

  /// In double quotes an escape in front of other characters is text.
  void skip_escape(Quoting quoting) {
    const char next = ahead();
    const bool escapes = quoting == Quoting::None || next == '"' || next == '$' || next == escape_ || (is_shell() && next == '`');
    at_ += escapes ? 1 : 0;
    if (!at_end()) at_ += std::max<std::size_t>(text::character_at(text_, at_).bytes, 1);
    at_ = std::min(at_, text_.size());
  }

  /// A shell's comment: apostrophes in it are no quotes, and dollars no variables.
  [[nodiscard]] bool begins_comment(Until until, Quoting quoting) const {
    if (!is_shell() || quoting != Quoting::None || until == Until::Brace) return false;
    return at_ == 0 || std::string_view(" \t\r\n;|&(").find(text_[at_ - 1]) != std::string_view::npos;
  }

  [[nodiscard]] std::size_t name_length() const {
    const auto rest = text_.substr(at_);
    if (!is_shell()) return buildkit_name_length(rest);
    if (rest.empty() || is_digit(rest.front())) return 0;
    return static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_shell_name) - rest.begin());
  }

  void read_dollar(Quoting quoting) {
    const auto begin = offset();
    ++at_;
    if (at_end()) return;
    if (here() == '{') return read_braces(begin, quoting);
    if (is_shell() && here() == '(') {
      ++at_;
      read_text(Until::Parenthesis, Quoting::None);
      return;
    }
    if (is_shell() && here() == '\'' && quoting == Quoting::None) return skip_ansi_quotes();
    const auto length = name_length();
    if (length == 0) {
      if (is_shell() && std::string_view("@*#?-$!0123456789").find(here()) != std::string_view::npos) ++at_;
      return;
    }
    add_use(begin, length);
    uses_.back().range.end = offset();
    uses_.back().word_range = {offset(), offset()};
  }

  /// bash's `$'…'`: the backslash hides an apostrophe in it.
  void skip_ansi_quotes() {
    for (++at_; !at_end() && here() != '\''; ++at_) {
      if (here() == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  void add_use(Offset begin, std::size_t length) {
    VariableUse use;
    use.name = std::string(text_.substr(at_, length));
    use.range.begin = begin;
    use.name_range = {offset(), offset() + static_cast<Offset>(length)};
    use.expander = expander_;
    uses_.push_back(std::move(use));
    at_ += length;
  }

  void read_braces(Offset begin, Quoting quoting) {
    ++at_;
    // A shell's `${#NAME}` and `${!NAME}`.
    if (is_shell() && !at_end() && (here() == '#' || here() == '!') && is_shell_name(ahead())) ++at_;
    const auto length = name_length();
    const auto index = uses_.size();
    if (length > 0) add_use(begin, length);
    const auto op = length > 0 ? operator_here() : std::string_view();
    at_ += op.size();
    const auto word_begin = offset();
    const bool closed = read_text(Until::Brace, is_shell() ? quoting : Quoting::None);
    const auto word_end = offset();
    if (closed) ++at_;
    if (length == 0) return;
    auto& use = uses_[index];
    use.modifier = std::string(op);
    use.word_range = op.empty() ? text::TextRange{word_begin, word_begin} : text::TextRange{word_begin, word_end};
    use.range.end = closed ? offset() : unclosed_end(use, word_end);
    use.closed = closed;
  }

  /// What is shown of a use without `}`: a bare name ends where it ends, whatever follows it.
  static Offset unclosed_end(const VariableUse& use, Offset word_end) { return use.modifier.empty() ? use.name_range.end : word_end; }

  [[nodiscard]] std::string_view operator_here() const {
    const auto rest = text_.substr(at_);
    for (const auto op : operators) {
      if (rest.substr(0, op.size()) == op) return op;
    }
    return {};
  }

  std::string_view text_;
  char escape_;
  Expander expander_;
  std::size_t at_ = 0;
  unsigned depth_ = 0;
  std::vector<VariableUse> uses_;
};

}  // namespace

std::vector<VariableUse> find_variables(std::string_view word, char escape, Expander expander) {
  if (word.find('$') == std::string_view::npos) return {};
  return Finder(word, escape, expander).run();
}

}  // namespace slipway::syntax
