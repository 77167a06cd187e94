#include "lsp/lifecycle.h"

namespace slipway::lsp {

void read(const Reader& in, InitializeParams& out) {
  if (!in["capabilities"].is_object()) in["capabilities"].complain("an object");
  read(in["capabilities"], out.capabilities);
  out.process_id = in["processId"].optional_number();
  const auto info = in["clientInfo"];
  if (info.is_object()) out.client = info["name"].text() + ' ' + info["version"].optional_text().value_or("");
  if (in["initializationOptions"].is_object()) read(in["initializationOptions"], out.settings.emplace());
  for (const auto& folder : in["workspaceFolders"].optional_items()) {
    read(folder, out.folders.emplace_back());
  }
  if (out.folders.empty() && in["rootUri"].present()) out.folders.push_back({in["rootUri"].text(), {}});
  out.trace = in["trace"].optional_text().value_or("off");
}

void read(const Reader& in, SetTraceParams& out) { out.value = in["value"].text(); }

void read(const Reader& in, CancelParams& out) {
  const auto id = in["id"];
  if (id.is_text()) {
    out.id = id.text();
  } else {
    out.id = id.number();
  }
}

}  // namespace slipway::lsp
