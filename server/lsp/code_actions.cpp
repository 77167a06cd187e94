#include "lsp/code_actions.h"

#include "lsp/members.h"

namespace slipway::lsp {

void read(const Reader& in, CodeActionParams& out) {
  out.uri = in["textDocument"]["uri"].text();
  read(in["range"], out.range);
  if (in["context"]["only"].is_array()) out.only = in["context"]["only"].texts();
}

void read(const Reader& in, ResolveActionParams& out) {
  out.uri = in["data"]["uri"].text();
  out.version = in["data"]["version"].number();
  out.key = in["data"]["key"].text();
  out.action = in.json();
}

void write(Writer& out, const CodeAction& value) {
  out.begin_object().key("title").text(value.title).key("kind").text(value.kind);
  if (value.diagnostic) {
    out.key("diagnostics").begin_array();
    write(out, *value.diagnostic);
    out.end_array();
  }
  if (value.preferred) out.key("isPreferred").boolean(true);
  if (value.edit) {
    out.key("edit");
    write(out, *value.edit);
  }
  if (value.data) {
    out.key("data").begin_object().key("uri").text(value.data->uri).key("version").number(value.data->version);
    out.key("key").text(value.data->key).end_object();
  }
  out.end_object();
}

void write(Writer& out, const ResolvedAction& value) { out.raw(with_member(value.action, "edit", to_json(value.edit))); }

}  // namespace slipway::lsp
