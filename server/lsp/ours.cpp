#include "lsp/ours.h"

namespace slipway::lsp {

void read(const Reader& in, ConvertParams& out) {
  out.uri = in["textDocument"]["uri"].text();
  out.base = in["base"].optional_text();
}

void write(Writer& out, const Conversion& value) {
  out.begin_object().key("offered").boolean(true).key("ecosystem").text(value.ecosystem).key("safety").text(value.safety);
  out.key("notes").begin_array();
  for (const auto& note : value.notes) {
    out.begin_object().key("code").text(note.code);
    if (note.line > 0) out.key("line").number(note.line);
    out.key("message").text(note.message).end_object();
  }
  out.end_array().key("dockerfile").text(value.dockerfile).end_object();
}

void write(Writer& out, const ConversionRefusal& value) {
  out.begin_object().key("offered").boolean(false).key("reason").begin_object().key("code").text(value.code);
  out.key("message").text(value.message);
  if (value.line > 0) out.key("line").number(value.line);
  out.end_object().end_object();
}

void write(Writer& out, const TreeText& value) { out.begin_object().key("text").text(value.text).end_object(); }

}  // namespace slipway::lsp
