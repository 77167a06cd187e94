#include "lsp/navigation.h"

namespace slipway::lsp {

void read(const Reader& in, ReferenceParams& out) {
  out.uri = in["textDocument"]["uri"].text();
  read(in["position"], out.position);
  out.include_declaration = in["context"]["includeDeclaration"].flag();
}

void write(Writer& out, const Hover& value) {
  out.begin_object().key("contents");
  write(out, value.contents);
  out.key("range");
  write(out, value.range);
  out.end_object();
}

void write(Writer& out, const LocationLink& value) {
  out.begin_object().key("originSelectionRange");
  write(out, value.origin);
  out.key("targetUri").text(value.uri).key("targetRange");
  write(out, value.range);
  out.key("targetSelectionRange");
  write(out, value.selection);
  out.end_object();
}

void write(Writer& out, const DocumentHighlight& value) {
  out.begin_object().key("range");
  write(out, value.range);
  out.key("kind").number(static_cast<int>(value.kind)).end_object();
}

}  // namespace slipway::lsp
