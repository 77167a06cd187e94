#include "lsp/documents.h"

namespace slipway::lsp {

void read(const Reader& in, DidOpenParams& out) {
  const auto document = in["textDocument"];
  out.uri = document["uri"].text();
  out.language_id = document["languageId"].optional_text().value_or("");
  out.version = document["version"].optional_number().value_or(0);
  out.text = document["text"].text();
}

void read(const Reader& in, DidChangeParams& out) {
  out.uri = in["textDocument"]["uri"].text();
  out.version = in["textDocument"]["version"].optional_number().value_or(0);
  for (const auto& item : in["contentChanges"].items()) {
    auto& change = out.changes.emplace_back();
    change.text = item["text"].text();
    if (item["range"].present()) read(item["range"], change.range.emplace());
  }
}

}  // namespace slipway::lsp
