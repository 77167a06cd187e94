#pragma once
// Verbs and flags of `slipway`, and the way from words to a verb's options. The only code that knows the option parser.

namespace slipway::cli {

/// Runs the verb that the words name. Returns the process's exit code: 0 clean, 1 findings, 2 wrong usage or unreadable files.
int run_command_line(int count, char** words);

}  // namespace slipway::cli
