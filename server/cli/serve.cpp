#include "cli/serve.h"

#include <malloc.h>
#include <unistd.h>

#include "host/main_loop.h"
#include "support/log.h"

namespace slipway::cli {

namespace {

/// Each edit makes a version of the document and drops the one before. Memory that goes back to the system in between costs a page fault
/// a page when it is asked for again: a tenth of an edit's time.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int mebibyte = 1024 * 1024;
  mallopt(M_MMAP_THRESHOLD, 32 * mebibyte);
  mallopt(M_TRIM_THRESHOLD, 64 * mebibyte);
#endif
}

}  // namespace

int serve(const ServeOptions& options) {
  keep_freed_memory();
  if (options.verbose) set_log_level(LogLevel::Debug);
  return host::serve(STDIN_FILENO, STDOUT_FILENO, options.trace);
}

}  // namespace slipway::cli
