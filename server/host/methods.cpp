#include "host/methods.h"

#include <unordered_map>

#include "host/handlers/handlers.h"
#include "host/offers.h"

namespace slipway::host {

// Reasons for lanes: Loop changes the session or looks into a table; Urgent is what a person waits for while typing on; the rest reads.
// clang-format off
const std::vector<Method>& methods() {
  static const std::vector<Method> table = {
      //  method                            lane          handler                                 offered as
      row(lsp::initialize,                  Lane::Loop,   handlers::initialize),
      row(lsp::initialized,                 Lane::Loop,   handlers::initialized),
      row(lsp::shutdown,                    Lane::Loop,   handlers::shutdown),
      row(lsp::exit,                        Lane::Loop,   handlers::exit),
      row(lsp::cancel_request,              Lane::Loop,   handlers::cancel_request),
      row(lsp::set_trace,                   Lane::Loop,   handlers::set_trace),

      row(lsp::did_open,                    Lane::Loop,   handlers::did_open,                     {"textDocumentSync", offers::sync}),
      row(lsp::did_change,                  Lane::Loop,   handlers::did_change),
      row(lsp::did_close,                   Lane::Loop,   handlers::did_close),
      row(lsp::did_save,                    Lane::Loop,   handlers::did_save),

      row(lsp::completion,                  Lane::Urgent, handlers::completion,                   {"completionProvider", offers::completion}),
      row(lsp::resolve_completion,          Lane::Loop,   handlers::resolve_completion),
      row(lsp::hover,                       Lane::Pool,   handlers::hover,                        {"hoverProvider", offers::yes}),
      row(lsp::definition,                  Lane::Pool,   handlers::definition,                   {"definitionProvider", offers::yes}),
      row(lsp::references,                  Lane::Pool,   handlers::references,                   {"referencesProvider", offers::yes}),
      row(lsp::document_highlight,          Lane::Pool,   handlers::document_highlight,           {"documentHighlightProvider", offers::yes}),
      row(lsp::prepare_rename,              Lane::Pool,   handlers::prepare_rename),
      row(lsp::rename,                      Lane::Pool,   handlers::rename,                       {"renameProvider", offers::rename}),
      row(lsp::document_symbol,             Lane::Pool,   handlers::document_symbol,              {"documentSymbolProvider", offers::yes}),
      row(lsp::folding_range,               Lane::Pool,   handlers::folding_range,                {"foldingRangeProvider", offers::yes}),
      row(lsp::code_action,                 Lane::Pool,   handlers::code_action,                  {"codeActionProvider", offers::code_action}),
      row(lsp::resolve_code_action,         Lane::Pool,   handlers::resolve_code_action),
      row(lsp::diagnostic,                  Lane::Pool,   handlers::diagnostic,                   {"diagnosticProvider", offers::diagnostic}),

      row(lsp::did_change_configuration,    Lane::Loop,   handlers::did_change_configuration),
      row(lsp::did_change_workspace_folders, Lane::Loop,  handlers::did_change_workspace_folders, {"workspace.workspaceFolders", offers::folders}),
      row(lsp::did_change_watched_files,    Lane::Loop,   handlers::did_change_watched_files),

      row(lsp::convert,                     Lane::Pool,   handlers::convert),
      row(lsp::syntax_tree,                 Lane::Pool,   handlers::syntax_tree),
      row(lsp::status,                      Lane::Loop,   handlers::status),
  };
  return table;
}
// clang-format on

const Method* find_method(std::string_view name) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const Method*> out;
    for (const auto& method : methods()) out.emplace(method.name, &method);
    return out;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

}  // namespace slipway::host
