#include "lsp/capabilities.h"

#include <algorithm>

namespace slipway::lsp {

namespace {

bool names(const Reader& list, std::string_view word) {
  const auto texts = list.texts();
  return std::find(texts.begin(), texts.end(), word) != texts.end();
}

/// Clients declare how findings look beside push diagnostics (3.17) or beside pull diagnostics (3.18).
void read_diagnostics(const Reader& document, ClientCapabilities& out) {
  const auto push = document["publishDiagnostics"];
  const auto pull = document["diagnostic"];
  out.pull_diagnostics = pull.is_object();
  const auto either = [&](std::string_view name) { return push[name].flag() || pull[name].flag(); };
  out.related_information = either("relatedInformation");
  out.code_description = either("codeDescriptionSupport");
  out.diagnostic_data = either("dataSupport");
  out.diagnostic_tags = push["tagSupport"].present() || pull["tagSupport"].present();
}

void read_workspace(const Reader& workspace, ClientCapabilities& out) {
  out.diagnostic_refresh = workspace["diagnostics"]["refreshSupport"].flag();
  out.document_changes = workspace["workspaceEdit"]["documentChanges"].flag();
  out.configuration = workspace["configuration"].flag();
  out.watched_files_registration = workspace["didChangeWatchedFiles"]["dynamicRegistration"].flag();
}

}  // namespace

void read(const Reader& in, ClientCapabilities& out) {
  out.position_encodings = in["general"]["positionEncodings"].texts();
  read_workspace(in["workspace"], out);
  const auto document = in["textDocument"];
  read_diagnostics(document, out);
  const auto item = document["completion"]["completionItem"];
  out.snippets = item["snippetSupport"].flag();
  out.completion_markdown = names(item["documentationFormat"], "markdown");
  out.hover_markdown = names(document["hover"]["contentFormat"], "markdown");
  out.definition_links = document["definition"]["linkSupport"].flag();
  out.hierarchical_symbols = document["documentSymbol"]["hierarchicalDocumentSymbolSupport"].flag();
  const auto action = document["codeAction"];
  out.code_action_literals = action["codeActionLiteralSupport"].is_object();
  out.code_action_preferred = action["isPreferredSupport"].flag();
  out.code_action_resolves_edit = action["dataSupport"].flag() && names(action["resolveSupport"]["properties"], "edit");
  out.prepare_rename = document["rename"]["prepareSupport"].flag();
  const auto limit = document["foldingRange"]["rangeLimit"];
  if (limit.present()) out.folding_limit = limit.number();
}

}  // namespace slipway::lsp
