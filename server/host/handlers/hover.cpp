#include "features/hover.h"

#include "host/handlers/handlers.h"

namespace slipway::host::handlers {

Answer<std::optional<lsp::Hover>> hover(const Reading& in, const lsp::PositionParams& params) {
  auto found = features::hover(*in.document, in.offset(params.position));
  if (!found) return std::optional<lsp::Hover>();
  const auto kind = in.client->hover_markdown ? lsp::Markup::Kind::Markdown : lsp::Markup::Kind::Plain;
  return std::optional(lsp::Hover{markup(std::move(found->markdown), kind), in.range(found->range)});
}

}  // namespace slipway::host::handlers
