#include "host/handlers/handlers.h"

#include <algorithm>

namespace slipway::host::handlers {

jsonrpc::ResponseError outdated() { return {jsonrpc::ErrorCode::ContentModified, "The document was edited in the meantime."}; }

lsp::Markup markup(std::string markdown, lsp::Markup::Kind kind) {
  if (kind == lsp::Markup::Kind::Markdown) return {kind, std::move(markdown)};
  std::string plain;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const bool is_fence = markdown.compare(at, 3, "```") == 0;
    if (is_fence) {
      at = std::min(markdown.find('\n', at), markdown.size());  // with the language behind it
    } else if (markdown.compare(at, 2, "**") == 0) {
      ++at;
    } else if (markdown[at] != '`') {
      plain += markdown[at];
    }
  }
  return {kind, std::move(plain)};
}

}  // namespace slipway::host::handlers
