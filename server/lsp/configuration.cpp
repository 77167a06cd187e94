#include "lsp/configuration.h"

namespace slipway::lsp {

namespace {

std::vector<WorkspaceFolder> folders(const Reader& list) {
  std::vector<WorkspaceFolder> out;
  for (const auto& item : list.optional_items()) {
    read(item, out.emplace_back());
  }
  return out;
}

}  // namespace

void read(const Reader& in, Settings& out) {
  if (in["slipway"].is_object()) return read(in["slipway"], out);
  out.max_diagnostics = in["diagnostics"]["max"].optional_number();
  out.skip = in["lint"]["skip"].texts();
  out.only = in["lint"]["only"].texts();
  out.shellcheck = in["lint"]["shellcheck"].flag();
}

void read(const Reader& in, WorkspaceFolder& out) {
  out.uri = in["uri"].text();
  out.name = in["name"].optional_text().value_or("");
}

void read(const Reader& in, DidChangeConfigurationParams& out) {
  if (in["settings"]["slipway"].is_object()) read(in["settings"], out.settings.emplace());
}

void read(const Reader& in, ConfigurationAnswer& out) {
  const auto items = in.optional_items();
  if (!items.empty() && items.front().is_object()) read(items.front(), out.settings.emplace());
}

void read(const Reader& in, DidChangeWorkspaceFoldersParams& out) {
  out.added = folders(in["event"]["added"]);
  out.removed = folders(in["event"]["removed"]);
}

void read(const Reader& in, DidChangeWatchedFilesParams& out) {
  for (const auto& change : in["changes"].items()) out.uris.push_back(change["uri"].text());
}

}  // namespace slipway::lsp
