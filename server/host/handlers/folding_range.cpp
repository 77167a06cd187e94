#include <algorithm>

#include "features/folding.h"
#include "host/handlers/handlers.h"

namespace slipway::host::handlers {

namespace {

lsp::FoldingKind kind_of(features::FoldKind kind) {
  switch (kind) {
    case features::FoldKind::Code: return lsp::FoldingKind::Code;
    case features::FoldKind::Comment: return lsp::FoldingKind::Comment;
    case features::FoldKind::Region: return lsp::FoldingKind::Region;
  }
  return lsp::FoldingKind::Code;
}

}  // namespace

Answer<std::vector<lsp::FoldingRange>> folding_range(const Reading& in, const lsp::DocumentParams& /*params*/) {
  const auto& lines = in.source().editor_lines();
  std::vector<lsp::FoldingRange> out;
  for (const auto& fold : features::folding(*in.document)) {
    const auto last_byte = fold.range.empty() ? fold.range.end : fold.range.end - 1;  // a line end belongs to the line it ends
    const lsp::FoldingRange range{lines.line_of(fold.range.begin), lines.line_of(last_byte), kind_of(fold.kind)};
    if (range.first < range.last) out.push_back(range);
  }
  const auto limit = in.client->folding_limit;
  if (limit && static_cast<std::size_t>(std::max<std::int64_t>(*limit, 0)) < out.size()) out.resize(static_cast<std::size_t>(*limit));
  return out;
}

}  // namespace slipway::host::handlers
