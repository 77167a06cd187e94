#pragma once
// `$NAME` and `${NAME…}` in a word, as BuildKit's word lexer finds them (frontend/dockerfile/shell/lex.go).

#include <string>
#include <string_view>
#include <vector>

#include "text/text_range.h"

namespace slipway::syntax {

using text::TextRange;

/// Who replaces the variable: BuildKit while it reads the instruction, or a shell (RUN, CMD … in shell form).
enum class Expander { BuildKit, Shell };

/// One use of a variable. Ranges are those of the text that was searched, or of the instruction once it is part of one.
struct VariableUse {
  std::string name;
  TextRange range;  ///< from `$` to behind the name or `}`
  TextRange name_range;
  std::string modifier;  ///< operator after the name: `:-`, `-`, `:+`, `+`, `:?`, `?`, `#`, `##`, `%`, `%%`, `/`, `//`; empty without one
  TextRange word_range;  ///< text after the operator; empty without one
  Expander expander = Expander::BuildKit;
  bool closed = true;  ///< false for `${` without its `}`
};

/// The uses in `word`, outer before inner, in order. `escape` is the escape character; single quotes hide uses
/// for BuildKit and for a shell. Ranges count bytes of `word`. Nothing here fails: a broken form gives what can be seen.
[[nodiscard]] std::vector<VariableUse> find_variables(std::string_view word, char escape, Expander expander);

}  // namespace slipway::syntax
