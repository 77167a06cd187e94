#include "features/references.h"

#include "host/handlers/handlers.h"

namespace slipway::host::handlers {

Answer<std::vector<lsp::Location>> references(const Reading& in, const lsp::ReferenceParams& params) {
  const auto declarations = params.include_declaration ? features::Declarations::Include : features::Declarations::LeaveOut;
  std::vector<lsp::Location> out;
  for (const auto& found : features::references(*in.document, in.offset(params.position), declarations)) {
    out.push_back({in.document->uri, in.range(found.range)});
  }
  return out;
}

Answer<std::vector<lsp::DocumentHighlight>> document_highlight(const Reading& in, const lsp::PositionParams& params) {
  std::vector<lsp::DocumentHighlight> out;
  for (const auto& found : features::references(*in.document, in.offset(params.position), features::Declarations::Include)) {
    const auto kind = found.access == features::Access::Write ? lsp::HighlightKind::Write : lsp::HighlightKind::Read;
    out.push_back({in.range(found.range), kind});
  }
  return out;
}

}  // namespace slipway::host::handlers
