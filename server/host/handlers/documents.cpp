#include "host/handlers/handlers.h"
#include "support/log.h"

namespace slipway::host::handlers {

void did_open(Session& session, const lsp::DidOpenParams& params) {
  session.documents.open(params);
  session.diagnostics.document_changed(params.uri);
  log(LogLevel::Info, "opened uri=" + params.uri + " bytes=" + std::to_string(params.text.size()));
}

void did_change(Session& session, const lsp::DidChangeParams& params) {
  auto before = session.documents.snapshot(params.uri);
  if (before == nullptr) return log(LogLevel::Info, "changed but not open uri=" + params.uri);
  session.documents.change(params, session.encoding);
  session.diagnostics.document_changed(params.uri);
  session.workers.post(Lane::Pool, [before = std::move(before)]() mutable { before.reset(); });  // a long tree takes a while to free
}

void did_close(Session& session, const lsp::DidCloseParams& params) {
  if (!session.documents.close(params.uri)) {
    log(LogLevel::Info, "closed but not open uri=" + params.uri);
    return;
  }
  session.diagnostics.document_closed(params.uri);
  log(LogLevel::Info, "closed uri=" + params.uri);
}

/// What was saved is known already; files beside it come by didChangeWatchedFiles.
void did_save(Session& /*session*/, const lsp::DidSaveParams& params) { log(LogLevel::Debug, "saved uri=" + params.uri); }

}  // namespace slipway::host::handlers
