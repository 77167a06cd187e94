#pragma once
// Puts values in place of variables in a word, as BuildKit's ProcessWord does (frontend/dockerfile/shell/lex.go).

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::semantic {

/// The value of a variable at some place; nothing when it is unset or cannot be known.
using Lookup = std::function<std::optional<std::string>(std::string_view name)>;

struct Expansion {
  std::string text;                    ///< quotes and escapes removed
  std::vector<std::string> undefined;  ///< names without a value, each once, in order
  std::optional<std::string> error;    ///< BuildKit's message without "failed to process …"
  std::vector<std::string> words;      ///< from `expand_words` only: `text` cut at white space outside quotes
};

/// What quotes mean: in an instruction they group and vanish, in a heredoc of COPY and ADD they are text.
enum class Quotes { Group, Text };

/// Expands one word. `escape` is the file's escape character; always the backslash for a heredoc.
[[nodiscard]] Expansion expand(std::string_view word, char escape, const Lookup& lookup, Quotes quotes = Quotes::Group);

/// Expands one word that may become several or none, as EXPOSE's do (ProcessWords).
[[nodiscard]] Expansion expand_words(std::string_view word, char escape, const Lookup& lookup);

/// True for variables that BuildKit defines by itself: TARGETPLATFORM … in the global scope, and the proxy variables.
[[nodiscard]] bool is_predefined(std::string_view name);

}  // namespace slipway::semantic
