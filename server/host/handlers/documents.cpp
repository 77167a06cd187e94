#include "host/handlers/handlers.h"
#include "support/log.h"

namespace slipway::host::handlers {

void did_open(Session& session, const lsp::DidOpenParams& params) {
  session.documents.open(params);
  session.diagnostics.document_changed(params.uri);
  log(LogLevel::Info, "opened uri=" + params.uri + " bytes=" + std::to_string(params.text.size()));
}

void did_change(Session& session, const lsp::DidChangeParams& params) {
  if (session.documents.change(params, session.encoding)) {
    session.diagnostics.document_changed(params.uri);
  } else {
    log(LogLevel::Info, "changed but not open uri=" + params.uri);
  }
}

void did_close(Session& session, const lsp::DidCloseParams& params) {
  if (!session.documents.close(params.uri)) {
    log(LogLevel::Info, "closed but not open uri=" + params.uri);
    return;
  }
  session.diagnostics.document_closed(params.uri);
  log(LogLevel::Info, "closed uri=" + params.uri);
}

/// A saved file may change what is found in its neighbours; its own text is known already.
void did_save(Session& session, const lsp::DidSaveParams& params) { log(LogLevel::Debug, "saved uri=" + params.uri + " open=" + std::to_string(session.documents.all().size())); }

}  // namespace slipway::host::handlers
