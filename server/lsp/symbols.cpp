#include "lsp/symbols.h"

namespace slipway::lsp {

void write(Writer& out, const DocumentSymbol& value) {
  out.begin_object().key("name").text(value.name);
  if (!value.detail.empty()) out.key("detail").text(value.detail);
  out.key("kind").number(static_cast<int>(value.kind)).key("range");
  write(out, value.range);
  out.key("selectionRange");
  write(out, value.selection);
  if (!value.children.empty()) {
    out.key("children");
    write(out, value.children);
  }
  out.end_object();
}

void write(Writer& out, const SymbolInformation& value) {
  out.begin_object().key("name").text(value.name).key("kind").number(static_cast<int>(value.kind)).key("location");
  write(out, value.location);
  if (!value.container.empty()) out.key("containerName").text(value.container);
  out.end_object();
}

void write(Writer& out, const FoldingRange& value) {
  out.begin_object().key("startLine").number(value.first).key("endLine").number(value.last);
  if (value.kind == FoldingKind::Comment) out.key("kind").text("comment");
  if (value.kind == FoldingKind::Region) out.key("kind").text("region");
  out.end_object();
}

}  // namespace slipway::lsp
