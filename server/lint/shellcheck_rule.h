#pragma once
// What ShellCheck says is reported under one rule, each finding with its code as alias ("shellcheck/SC2086"). The rule is not in the table:
// it is there only where the program is installed and was asked for.

#include <optional>
#include <string_view>

#include "lint/rule.h"

namespace slipway::lint {

[[nodiscard]] const Rule& shellcheck_rule();

/// "shellcheck/SC2086" for 2086; the view stays good for the life of the program.
[[nodiscard]] std::string_view shellcheck_alias(unsigned code);

/// The code of "SC2086" or "shellcheck/SC2086"; nothing for other names.
[[nodiscard]] std::optional<unsigned> shellcheck_code(std::string_view name);

}  // namespace slipway::lint
