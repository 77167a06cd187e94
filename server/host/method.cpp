#include "host/method.h"

#include <exception>

#include "support/log.h"

namespace slipway::host {

void guarded(std::string_view method, Responder& responder, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& fault) {
    std::string what(method);
    what += " failed: ";
    what += fault.what();
    log(LogLevel::Error, what);
    responder.fail(jsonrpc::ErrorCode::InternalError, std::move(what));
  }
}

std::optional<Reading> begin_reading(const Session& session, const std::string& uri, Responder& responder) {
  const auto* document = session.documents.find(uri);
  if (document == nullptr) {
    responder.fail(jsonrpc::ErrorCode::InvalidParams, "The document is not open: " + uri);
    return std::nullopt;
  }
  return Reading{document->snapshot, session.encoding, session.capabilities, document->revision, *document->revision};
}

void log_bad_params(std::string_view method, const std::string& problem) {
  std::string line(method);
  log(LogLevel::Info, line + " was ignored: " + problem);
}

}  // namespace slipway::host
