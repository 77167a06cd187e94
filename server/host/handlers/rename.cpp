#include "features/rename.h"

#include "host/handlers/handlers.h"

namespace slipway::host::handlers {

namespace {

jsonrpc::ResponseError refused(const Error& error) { return {jsonrpc::ErrorCode::RequestFailed, error.message}; }

}  // namespace

Answer<lsp::PreparedRename> prepare_rename(const Reading& in, const lsp::PositionParams& params) {
  const auto found = features::prepare_rename(*in.document, in.offset(params.position));
  if (!found.ok()) return refused(found.error());
  return lsp::PreparedRename{in.range(found.value().range), found.value().name};
}

Answer<lsp::WorkspaceEdit> rename(const Reading& in, const lsp::RenameParams& params) {
  const auto found = features::rename(*in.document, in.offset(params.position), params.new_name);
  if (!found.ok()) return refused(found.error());
  if (in.is_outdated()) return outdated();
  return in.edit(found.value());
}

}  // namespace slipway::host::handlers
