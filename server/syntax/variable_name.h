#pragma once
// Names of variables as BuildKit's word lexer reads them (frontend/dockerfile/shell/lex.go, processName).

#include <cstddef>
#include <string_view>

namespace slipway::syntax {

/// Bytes of the name at the beginning of `text`, which stands behind `$` or `${`: letters, digits and `_` of any script; only
/// digits after a digit; or one of `@*#?-$!0`. 0 when there is none.
[[nodiscard]] std::size_t buildkit_name_length(std::string_view text);

}  // namespace slipway::syntax
