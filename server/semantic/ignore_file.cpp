#include "semantic/ignore_file.h"

#include <algorithm>

#include "semantic/go_path.h"
#include "support/strings.h"
#include "text/utf8.h"

namespace slipway::semantic {

namespace {

struct CharacterRange {
  char32_t first;
  char32_t last;
};

enum class TokenKind {
  Character,
  AnyInName,  ///< `?`
  Run,        ///< `*`: any characters but `/`
  Folders,    ///< `**` or `**/`: any text up to a `/`, or nothing
  Rest,       ///< `**` at the end
  Class,      ///< `[a-z]`
};

struct Token {
  TokenKind kind = TokenKind::Character;
  char32_t code = 0;
  bool negated = false;
  std::vector<CharacterRange> ranges = {};
};

/// Reads `[…]` behind its bracket as Go's filepath.Match does; nothing for a broken one.
class ClassReader {
 public:
  ClassReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<Token> run() {
    Token token{TokenKind::Class};
    token.negated = take('^');
    while (token.ranges.empty() || !take(']')) {
      const auto first = read_character();
      if (!first) return std::nullopt;
      const auto last = take('-') ? read_character() : first;
      if (!last) return std::nullopt;
      token.ranges.push_back({*first, *last});
    }
    return token;
  }
  [[nodiscard]] std::size_t end() const { return at_; }

 private:
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  /// A character with another one behind it, perhaps escaped.
  std::optional<char32_t> read_character() {
    if (at_ >= text_.size() || text_[at_] == '-' || text_[at_] == ']') return std::nullopt;
    take('\\');
    const auto c = text::character_at(text_, at_);
    at_ += c.bytes;
    if (at_ >= text_.size()) return std::nullopt;
    return c.code;
  }

  std::string_view text_;
  std::size_t at_;
};

/// The pattern in tokens; nothing for one that BuildKit refuses.
std::optional<std::vector<Token>> read_tokens(std::string_view pattern) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto c = text::character_at(pattern, at);
    at += c.bytes;
    if (c.code == '*' && at < pattern.size() && pattern[at] == '*') {
      ++at;
      if (at < pattern.size() && pattern[at] == '/') ++at;
      tokens.push_back({at == pattern.size() ? TokenKind::Rest : TokenKind::Folders});
    } else if (c.code == '*') {
      tokens.push_back({TokenKind::Run});
    } else if (c.code == '?') {
      tokens.push_back({TokenKind::AnyInName});
    } else if (c.code == '[') {
      ClassReader reader(pattern, at);
      auto token = reader.run();
      if (!token) return std::nullopt;
      tokens.push_back(std::move(*token));
      at = reader.end();
    } else if (c.code == '\\') {
      if (at == pattern.size()) return std::nullopt;
      const auto escaped = text::character_at(pattern, at);
      at += escaped.bytes;
      tokens.push_back({TokenKind::Character, escaped.code});
    } else {
      tokens.push_back({TokenKind::Character, c.code});
    }
  }
  return tokens;
}

bool takes(const Token& token, char32_t c) {
  if (token.kind == TokenKind::Character) return c == token.code;
  if (token.kind == TokenKind::AnyInName) return c != '/';
  const bool within =
      std::any_of(token.ranges.begin(), token.ranges.end(), [c](CharacterRange range) { return c >= range.first && c <= range.last; });
  return within != token.negated;
}

/// From the places that the pattern so far may end at to those with one token more.
std::vector<bool> step(const Token& token, const std::u32string& path, const std::vector<bool>& before) {
  std::vector<bool> after(before.size());
  bool reached = false;  // a place before this one, from which the token may go on to here
  for (std::size_t at = 0; at < before.size(); ++at) {
    const bool behind_slash = at > 0 && path[at - 1] == '/';
    switch (token.kind) {
      case TokenKind::Rest: after[at] = reached || before[at]; break;
      case TokenKind::Folders: after[at] = before[at] || (reached && behind_slash); break;
      case TokenKind::Run:
        reached = reached && !behind_slash;
        after[at] = reached || before[at];
        break;
      default: after[at] = at > 0 && before[at - 1] && takes(token, path[at - 1]);
    }
    reached = reached || before[at];
  }
  return after;
}

bool matches(const std::vector<Token>& tokens, std::string_view text) {
  std::u32string path;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::character_at(text, at);
    path += c.code;
    at += c.bytes;
  }
  std::vector<bool> places(path.size() + 1);
  places[0] = true;
  for (const auto& token : tokens) places = step(token, path, places);
  return places.back();
}

/// `**name`: BuildKit takes the rest of such a pattern as the end of a path, if nothing in it is special.
bool matches_pattern(std::string_view pattern, const std::vector<Token>& tokens, std::string_view path) {
  const bool plain_rest =
      std::all_of(tokens.begin() + (tokens.empty() ? 0 : 1), tokens.end(), [](const Token& t) { return t.kind == TokenKind::Character; });
  if (pattern.substr(0, 2) != "**" || !plain_rest || pattern.find('\\') != std::string_view::npos) return matches(tokens, path);
  const auto end = pattern.substr(2);
  if (path.size() >= end.size() && path.substr(path.size() - end.size()) == end) return true;
  return end.front() == '/' && path == end.substr(1);
}

/// The path and the folders above it, as BuildKit counts them: `/x` has the folders `` and `/`.
std::vector<std::string> with_parents(std::string_view path) {
  std::vector<std::string> out = {std::string(path)};
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return out;
  const auto parent = clean_path(path.substr(0, slash + 1));
  if (parent == ".") return out;
  for (std::size_t at = parent.find('/'); at != std::string::npos; at = parent.find('/', at + 1)) out.push_back(parent.substr(0, at));
  out.push_back(parent);
  return out;
}

}  // namespace

IgnoreFile::IgnoreFile(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  for (const auto line : split(text, '\n')) {
    if (!error_ && !line.empty() && line.front() != '#') add_line(text::trim_unicode(line));
  }
}

void IgnoreFile::add_line(std::string_view line) {
  if (line.empty()) return;
  Pattern pattern;
  pattern.excepts = line.front() == '!';
  if (pattern.excepts) line = text::trim_unicode(line.substr(1));
  if (pattern.excepts && line.empty()) {
    error_ = "illegal exclusion pattern: \"!\"";
    return;
  }
  pattern.text = clean_path(line);
  if (pattern.text.size() > 1 && pattern.text.front() == '/') pattern.text.erase(0, 1);
  if (!read_tokens(pattern.text)) {
    error_ = "syntax error in pattern";
    return;
  }
  has_exceptions_ = has_exceptions_ || pattern.excepts;
  patterns_.push_back(std::move(pattern));
}

bool IgnoreFile::excludes(std::string_view path) const {
  const auto paths = with_parents(path);
  bool excluded = false;
  for (const auto& pattern : patterns_) {
    if (pattern.excepts != excluded) continue;
    const auto tokens = read_tokens(pattern.text);
    if (!tokens) continue;
    const bool hit =
        std::any_of(paths.begin(), paths.end(), [&](const std::string& each) { return matches_pattern(pattern.text, *tokens, each); });
    if (hit) excluded = !pattern.excepts;
  }
  return excluded;
}

bool IgnoreFile::excludes_source(std::string_view source) const {
  if (has_exceptions_) return false;
  const auto leaves_nothing = [](const Pattern& pattern) { return pattern.text == "*" || pattern.text == "**" || pattern.text == "**/*"; };
  if ((source == "." || source == "/") && std::none_of(patterns_.begin(), patterns_.end(), leaves_nothing)) return false;
  return excludes(source);
}

}  // namespace slipway::semantic
