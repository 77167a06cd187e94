#pragma once
// `slipway serve`: the language server on standard input and output.

#include <string>

namespace slipway::cli {

struct ServeOptions {
  std::string trace;     ///< file that gets both directions as JSON Lines; empty for none
  bool verbose = false;  ///< log lines of debugging too
};

/// Serves one client until it says `exit` or goes away; returns the process's exit code.
int serve(const ServeOptions& options);

}  // namespace slipway::cli
