#pragma once
// Whether one word of COPY or ADD is a heredoc by its shape (frontend/dockerfile/parser/parser.go, ParseHeredoc).

#include <string_view>

namespace slipway::syntax {

/// `<<NAME`, `3<<-"NAME"` …: a name that is one word for BuildKit's lexer. `<<` alone is none.
[[nodiscard]] bool is_heredoc_word(std::string_view word);

}  // namespace slipway::syntax
