#pragma once
// A whole session: threads, state and dispatch over one pair of file descriptors.

#include <string>

namespace slipway::host {

/// Serves one client over the descriptors until it says exit, closes its end, or its process is gone. Gives the exit status of the
/// process: 0 after a `shutdown`, else 1; 2 when `trace_file`, which gets every message unless it is empty, cannot be written.
[[nodiscard]] int serve(int input, int output, const std::string& trace_file);

}  // namespace slipway::host
