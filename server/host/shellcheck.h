#pragma once
// ShellCheck as a program of its own: asked about the scripts of a file, its answers put back to their places. Where it is not installed,
// nothing is found and nothing fails.

#include <string>
#include <vector>

#include "lint/rule.h"
#include "snapshot/document_snapshot.h"

namespace slipway::host {

/// What of it is wanted; codes without "SC". Empty `only`: everything but `skip`.
struct ShellcheckSelection {
  std::vector<unsigned> only;
  std::vector<unsigned> skip;
};

/// True when the program can be found in PATH.
[[nodiscard]] bool has_shellcheck();

/// The findings in order of their places; comments of the file that switch codes off are heard. Starts a process for the scripts that
/// it has not seen yet and waits for it, some tens of milliseconds; gives up after half a minute.
[[nodiscard]] std::vector<lint::Finding> run_shellcheck(const snapshot::DocumentSnapshot& document, const ShellcheckSelection& selection);

}  // namespace slipway::host
