#include "semantic/expansion.h"

#include <algorithm>
#include <array>
#include <utility>

#include "semantic/expansion_patterns.h"
#include "support/strings.h"
#include "syntax/variable_name.h"
#include "text/utf8.h"

namespace slipway::semantic {

namespace {

/// How many bytes of values one word may take in: far more than a system lets a variable have, and little enough that
/// `ENV A=$A$A` in line after line stays harmless. What is over counts as empty.
constexpr std::size_t most_value_bytes = std::size_t{16} * 1024;

constexpr char32_t end_of_word = 0xFFFFFFFF;
constexpr char32_t replacement_character = 0xFFFD;  // what Go prints for the end of the word

/// Characters of the word, as Go's text/scanner gives them: a byte order mark at the beginning is not there.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text_.substr(0, byte_order_mark.size()) == byte_order_mark) at_ = byte_order_mark.size();
  }

  [[nodiscard]] char32_t peek() const { return at_ < text_.size() ? text::character_at(text_, at_).code : end_of_word; }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  char32_t next() {
    const auto c = text::character_at(text_, at_);
    at_ += c.bytes;
    return c.bytes == 0 ? end_of_word : c.code;
  }
  std::string_view take_name() {
    const auto name = text_.substr(at_, syntax::buildkit_name_length(text_.substr(at_)));
    at_ += name.size();
    return name;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

void append(char32_t code, std::string& out) { text::append_utf8(code == end_of_word ? replacement_character : code, out); }

/// What the escape character does to itself in the result.
enum class Escapes { Removed, Kept };

/// Whether the words that a text falls into are wanted beside the text.
enum class Result { Text, TextAndWords };

/// The words that a text falls into, collected beside the text. As in BuildKit the word begun is shared with nested texts
/// (`${X:-w}`), which empty it.
struct WordSplitter {
  Result wanted;
  std::string& begun;
  std::vector<std::string> words;
  bool in_word = false;

  void add(char32_t code) {
    if (wanted == Result::Text) return;
    if (!text::is_unicode_space(code)) return add_raw(code);
    if (in_word && !begun.empty()) {
      words.push_back(std::exchange(begun, {}));
      in_word = false;
    }
  }
  void add_raw(char32_t code) {
    if (wanted == Result::Text) return;
    append(code, begun);
    in_word = true;
  }
  void add_split(std::string_view text) {
    if (wanted == Result::Text) return;
    for (std::size_t at = 0; at < text.size();) {
      const auto c = text::character_at(text, at);
      add(c.code);
      at += c.bytes;
    }
  }
  void add_raw(std::string_view text) {
    if (wanted == Result::Text) return;
    begun += text;
    in_word = true;
  }
  void finish() {
    if (!begun.empty()) words.push_back(std::exchange(begun, {}));
  }
};

/// One expansion. Each reading function returns its text, or sets `error_` and returns anything.
class Expander {
 public:
  Expander(std::string_view word, char escape, const Lookup& lookup, Quotes quotes, Result wanted)
      : scanner_(word), escape_(static_cast<unsigned char>(escape)), lookup_(lookup), quotes_(quotes), wanted_(wanted) {}

  Expansion run() {
    auto text = read_until(end_of_word, Escapes::Removed);
    if (error_) return {{}, std::move(undefined_), std::move(error_), {}};
    return {std::move(text), std::move(undefined_), std::nullopt, std::move(words_)};
  }

 private:
  std::string fail(std::string message) {
    error_ = std::move(message);
    return {};
  }

  std::string read_until(char32_t stop, Escapes escapes) {
    const auto before = std::exchange(escapes_, escapes);
    begun_word_.clear();
    WordSplitter splitter{wanted_, begun_word_, {}, false};
    std::string out;
    while (!scanner_.at_end() && !error_) {
      if (scanner_.peek() == stop) {
        scanner_.next();
        escapes_ = before;
        splitter.finish();
        return out;
      }
      read_part(out, splitter);
    }
    escapes_ = before;
    if (error_) return {};
    if (stop != end_of_word)
      return fail("unexpected end of statement while looking for matching " + std::string(1, static_cast<char>(stop)));
    splitter.finish();
    words_ = std::move(splitter.words);
    return out;
  }

  void read_part(std::string& out, WordSplitter& splitter) {
    const char32_t c = scanner_.peek();
    if (c == '$') {
      const auto text = read_dollar();
      out += text;
      return splitter.add_split(text);
    }
    if (c == '<' || (quotes_ == Quotes::Group && (c == '\'' || c == '"'))) {
      const auto text = c == '<' ? read_heredoc_mark() : c == '"' ? read_double_quotes() : read_single_quotes();
      out += text;
      return splitter.add_raw(text);
    }
    scanner_.next();
    if (c != escape_) {
      append(c, out);
      return splitter.add(c);
    }
    if (escapes_ == Escapes::Kept) {
      append(c, out);
      splitter.add_raw(c);
    }
    const char32_t escaped = scanner_.next();
    if (escaped == end_of_word) return;
    append(escaped, out);
    splitter.add_raw(escaped);
  }

  std::string read_single_quotes() {
    std::string out;
    scanner_.next();
    for (;;) {
      const char32_t c = scanner_.next();
      if (c == end_of_word) return fail("unexpected end of statement while looking for matching single-quote");
      if (c == '\'') return out;
      append(c, out);
    }
  }

  std::string read_double_quotes() {
    std::string out;
    scanner_.next();
    while (!error_) {
      const char32_t c = scanner_.peek();
      if (c == end_of_word) return fail("unexpected end of statement while looking for matching double-quote");
      if (c == '$') {
        out += read_dollar();
        continue;
      }
      scanner_.next();
      if (c == '"') return out;
      if (c != escape_) {
        append(c, out);
        continue;
      }
      if (escapes_ == Escapes::Kept) append(c, out);
      const char32_t escaped = scanner_.peek();
      if (escaped == end_of_word) continue;
      append(escaped == '"' || escaped == '$' || escaped == escape_ ? scanner_.next() : c, out);
    }
    return out;
  }

  /// `<<` takes the blanks behind it into the same word.
  std::string read_heredoc_mark() {
    std::string out(1, static_cast<char>(scanner_.next()));
    if (scanner_.peek() != '<') return out;
    out += static_cast<char>(scanner_.next());
    while (scanner_.peek() == '\t' || scanner_.peek() == '\r' || scanner_.peek() == ' ') out += static_cast<char>(scanner_.next());
    return out;
  }

  std::string read_dollar() {
    scanner_.next();
    if (scanner_.peek() != '{') {
      const auto name = scanner_.take_name();
      return name.empty() ? "$" : value_of(name).value_or("");
    }
    scanner_.next();
    const char32_t first = scanner_.peek();
    if (first == end_of_word) return fail("syntax error: missing '}'");
    if (first == '{' || first == '}' || first == ':') return fail("syntax error: bad substitution");
    const auto name = scanner_.take_name();
    const char32_t op = scanner_.next();
    if (op == '}') return value_of(name).value_or("");
    if (op == '/') return read_replacement(name);
    return read_modifier(name, op);
  }

  /// Reads the text up to `stop`; at the end of the word the message is `at_end`.
  std::string read_operand(char32_t stop, Escapes escapes, std::string_view at_end) {
    auto text = read_until(stop, escapes);
    if (error_ && scanner_.at_end()) error_ = std::string(at_end);
    return text;
  }

  std::string read_modifier(std::string_view name, char32_t op) {
    constexpr std::u32string_view known = U"+-?#%";
    std::string written;
    append(op, written);
    const bool null_is_unset = op == ':';
    if (null_is_unset) {
      op = scanner_.next();
      append(op, written);
    }
    const auto unsupported = "unsupported modifier (" + written + ") in substitution";
    const bool is_trim = op == '#' || op == '%';
    if (null_is_unset ? is_trim : known.find(op) == std::u32string_view::npos) return fail(unsupported);
    auto word = read_operand('}', is_trim ? Escapes::Kept : Escapes::Removed, "syntax error: missing '}'");
    if (error_) return {};
    const auto value = value_of(name);
    const bool counts = value && !(null_is_unset && value->empty());
    switch (op) {
      case '-': return counts ? *value : word;
      case '+': return counts ? word : "";
      case '?': {
        if (counts) return *value;
        const auto reason = value ? "is not allowed to be empty" : "is not allowed to be unset";
        return fail(std::string(name) + ": " + (word.empty() ? reason : word));
      }
      case '#':
      case '%': return trim(op, word, value.value_or(""));
      default: return fail(unsupported);
    }
  }

  std::string trim(char32_t op, std::string_view pattern, std::string_view value) {
    const bool doubled = !pattern.empty() && static_cast<unsigned char>(pattern.front()) == op;
    if (doubled) pattern.remove_prefix(1);
    const auto greed = doubled ? Greed::Longest : Greed::Shortest;
    return take(op == '#' ? trim_prefix(pattern, value, greed) : trim_suffix(pattern, value, greed));
  }

  std::string read_replacement(std::string_view name) {
    const bool all = scanner_.peek() == '/';
    if (all) scanner_.next();
    const auto pattern = read_operand('/', Escapes::Kept, "syntax error: missing '/' in ${}");
    if (error_) return {};
    const auto replacement = read_operand('}', Escapes::Kept, "syntax error: missing '}'");
    if (error_) return {};
    const auto value = value_of(name).value_or("");
    return take(replace_pattern(pattern, replacement, value, all ? Replace::All : Replace::First));
  }

  std::string take(PatternResult result) {
    if (result.error) return fail(std::move(*result.error));
    return std::move(result.text);
  }

  std::optional<std::string> value_of(std::string_view name) {
    auto value = lookup_(name);
    if (!value && std::find(undefined_.begin(), undefined_.end(), name) == undefined_.end()) undefined_.emplace_back(name);
    if (value) {
      value_bytes_ += value->size();
      if (value_bytes_ > most_value_bytes) value->clear();
    }
    return value;
  }

  Scanner scanner_;
  char32_t escape_;
  const Lookup& lookup_;
  Quotes quotes_;
  Result wanted_;
  Escapes escapes_ = Escapes::Removed;
  std::size_t value_bytes_ = 0;
  std::string begun_word_;
  std::vector<std::string> words_;
  std::vector<std::string> undefined_;
  std::optional<std::string> error_;
};

/// Most words hold nothing that means anything to the lexer.
bool is_plain(std::string_view word, char escape) {
  return std::all_of(word.begin(), word.end(), [escape](char c) {
    return static_cast<unsigned char>(c) < 0x80 && c != '$' && c != '"' && c != '\'' && c != '<' && c != escape;
  });
}

}  // namespace

Expansion expand(std::string_view word, char escape, const Lookup& lookup, Quotes quotes) {
  if (is_plain(word, escape)) return {std::string(word), {}, std::nullopt, {}};
  return Expander(word, escape, lookup, quotes, Result::Text).run();
}

Expansion expand_words(std::string_view word, char escape, const Lookup& lookup) {
  return Expander(word, escape, lookup, Quotes::Group, Result::TextAndWords).run();
}

bool is_predefined(std::string_view name) {
  constexpr std::array<std::string_view, 11> platform_names = {
      "TARGETPLATFORM", "TARGETOS", "TARGETOSVERSION", "TARGETARCH", "TARGETVARIANT", "TARGETSTAGE",
      "BUILDPLATFORM",  "BUILDOS",  "BUILDOSVERSION",  "BUILDARCH",  "BUILDVARIANT",
  };
  constexpr std::array<std::string_view, 5> proxy_names = {"http_proxy", "https_proxy", "ftp_proxy", "no_proxy", "all_proxy"};
  if (std::find(platform_names.begin(), platform_names.end(), name) != platform_names.end()) return true;
  return std::any_of(proxy_names.begin(), proxy_names.end(),
                     [name](std::string_view proxy) { return name == proxy || name == to_upper(proxy); });
}

}  // namespace slipway::semantic
