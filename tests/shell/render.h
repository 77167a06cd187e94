#pragma once
// Scripts as text, one command a line, for expectations that a reader can check by eye.

#include <string>
#include <string_view>

#include "shell/script.h"

namespace slipway::test {

/// `sh: a b | c` becomes
///     a <b>
///     | c
/// Each line: two blanks for a level of depth, `?` when the command may not run, the join, `(wrapper)`s, `NAME=value`s, the name, arguments in
/// `<…>` (`<…>$` when they hold an expansion), redirections in `{…}`. The last line is `incomplete` when the grammar found an error.
[[nodiscard]] std::string render(const shell::Script& script);

/// The same, but each command as its range of `source` instead of its parts.
[[nodiscard]] std::string render_places(const shell::Script& script, std::string_view source);

}  // namespace slipway::test
