#include "host/handlers/handlers.h"

namespace slipway::host::handlers {

void diagnostic(Session& session, const lsp::DiagnosticParams& params, Responder responder) {
  session.diagnostics.pull(params, std::move(responder));
}

}  // namespace slipway::host::handlers
