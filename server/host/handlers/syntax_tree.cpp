#include "host/handlers/handlers.h"

namespace slipway::host::handlers {

Answer<lsp::TreeText> syntax_tree(const Reading& in, const lsp::DocumentParams& /*params*/) {
  return lsp::TreeText{in.document->analysis->tree.to_text()};
}

}  // namespace slipway::host::handlers
