#include "cli/serve.h"

#include <unistd.h>

#include "host/main_loop.h"
#include "support/log.h"

namespace slipway::cli {

int serve(const ServeOptions& options) {
  if (options.verbose) set_log_level(LogLevel::Debug);
  return host::serve(STDIN_FILENO, STDOUT_FILENO, options.trace);
}

}  // namespace slipway::cli
