#include "lsp/rename.h"

namespace slipway::lsp {

void read(const Reader& in, RenameParams& out) {
  out.uri = in["textDocument"]["uri"].text();
  read(in["position"], out.position);
  out.new_name = in["newName"].text();
}

void write(Writer& out, const PreparedRename& value) {
  out.begin_object().key("range");
  write(out, value.range);
  out.key("placeholder").text(value.placeholder).end_object();
}

}  // namespace slipway::lsp
