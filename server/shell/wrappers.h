#pragma once
// Programs that run another one, and shells that are given a script. Private to shell/.

#include <cstddef>

#include "shell/script.h"

namespace slipway::shell {

/// Takes `sudo -u me`, `env A=b` … off the front of a command, as often as there are any.
void unwrap(Command& command);

/// Where a call of a shell has its script.
enum class ScriptSource {
  None,      ///< it is no shell, or runs a file
  Argument,  ///< `sh -c SCRIPT`
  Input,     ///< standard input
};

struct ShellCall {
  ScriptSource source = ScriptSource::None;
  std::size_t argument = 0;  ///< index of SCRIPT in the arguments
};

[[nodiscard]] ShellCall shell_call(const Command& command);

/// True for sh, bash, dash and their kin, by the last part of a path.
[[nodiscard]] bool is_shell(std::string_view program);

/// The last part of a path.
[[nodiscard]] std::string_view file_name(std::string_view path);

}  // namespace slipway::shell
