#pragma once
// Findings of the rules as the client's diagnostics.

#include <string>
#include <vector>

#include "host/conversion.h"
#include "lint/rule.h"
#include "lsp/capabilities.h"
#include "lsp/diagnostics.h"
#include "snapshot/document_snapshot.h"

namespace slipway::host {

/// How many findings of one document go to an editor when the settings do not say.
inline constexpr std::size_t default_max_diagnostics = 500;

[[nodiscard]] lsp::Diagnostic to_diagnostic(const snapshot::DocumentSnapshot& document, const lint::Finding& finding, Encoding encoding,
                                            const lsp::ClientCapabilities& client);

/// The most serious first, at most `limit`; of more, the last says how many.
[[nodiscard]] std::vector<lsp::Diagnostic> to_diagnostics(const snapshot::DocumentSnapshot& document,
                                                          const std::vector<lint::Finding>& findings, std::size_t limit, Encoding encoding,
                                                          const lsp::ClientCapabilities& client);

}  // namespace slipway::host
