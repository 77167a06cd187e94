#pragma once
// Every method we know, with its types: a row of the table of methods cannot pair a name with the wrong ones.

#include <optional>
#include <string_view>
#include <vector>

#include "lsp/basic.h"
#include "lsp/code_actions.h"
#include "lsp/completion.h"
#include "lsp/configuration.h"
#include "lsp/diagnostics.h"
#include "lsp/documents.h"
#include "lsp/lifecycle.h"
#include "lsp/navigation.h"
#include "lsp/ours.h"
#include "lsp/rename.h"
#include "lsp/symbols.h"

namespace slipway::lsp {

/// A method that is answered.
template <class P, class R>
struct RequestMethod {
  std::string_view name;
};

/// A method that is not.
template <class P>
struct NotificationMethod {
  std::string_view name;
};

inline constexpr RequestMethod<InitializeParams, RawJson> initialize{"initialize"};
inline constexpr NotificationMethod<NoParams> initialized{"initialized"};
inline constexpr RequestMethod<NoParams, Null> shutdown{"shutdown"};
inline constexpr NotificationMethod<NoParams> exit{"exit"};
inline constexpr NotificationMethod<CancelParams> cancel_request{"$/cancelRequest"};
inline constexpr NotificationMethod<SetTraceParams> set_trace{"$/setTrace"};

inline constexpr NotificationMethod<DidOpenParams> did_open{"textDocument/didOpen"};
inline constexpr NotificationMethod<DidChangeParams> did_change{"textDocument/didChange"};
inline constexpr NotificationMethod<DidCloseParams> did_close{"textDocument/didClose"};
inline constexpr NotificationMethod<DidSaveParams> did_save{"textDocument/didSave"};

inline constexpr RequestMethod<PositionParams, CompletionList> completion{"textDocument/completion"};
inline constexpr RequestMethod<ResolveCompletionParams, ResolvedCompletion> resolve_completion{"completionItem/resolve"};
inline constexpr RequestMethod<PositionParams, std::optional<Hover>> hover{"textDocument/hover"};
inline constexpr RequestMethod<PositionParams, Definition> definition{"textDocument/definition"};
inline constexpr RequestMethod<ReferenceParams, std::vector<Location>> references{"textDocument/references"};
inline constexpr RequestMethod<PositionParams, std::vector<DocumentHighlight>> document_highlight{"textDocument/documentHighlight"};
inline constexpr RequestMethod<PositionParams, PreparedRename> prepare_rename{"textDocument/prepareRename"};
inline constexpr RequestMethod<RenameParams, WorkspaceEdit> rename{"textDocument/rename"};
inline constexpr RequestMethod<DocumentParams, DocumentSymbols> document_symbol{"textDocument/documentSymbol"};
inline constexpr RequestMethod<DocumentParams, std::vector<FoldingRange>> folding_range{"textDocument/foldingRange"};
inline constexpr RequestMethod<CodeActionParams, std::vector<CodeAction>> code_action{"textDocument/codeAction"};
inline constexpr RequestMethod<ResolveActionParams, ResolvedAction> resolve_code_action{"codeAction/resolve"};
inline constexpr RequestMethod<DiagnosticParams, DiagnosticReport> diagnostic{"textDocument/diagnostic"};

inline constexpr NotificationMethod<DidChangeConfigurationParams> did_change_configuration{"workspace/didChangeConfiguration"};
inline constexpr NotificationMethod<DidChangeWorkspaceFoldersParams> did_change_workspace_folders{"workspace/didChangeWorkspaceFolders"};
inline constexpr NotificationMethod<DidChangeWatchedFilesParams> did_change_watched_files{"workspace/didChangeWatchedFiles"};

inline constexpr RequestMethod<ConvertParams, ConvertAnswer> convert{"slipway/convert"};
inline constexpr RequestMethod<DocumentParams, TreeText> syntax_tree{"slipway/syntaxTree"};
inline constexpr RequestMethod<NoParams, RawJson> status{"slipway/status"};

// What we send.
inline constexpr std::string_view publish_diagnostics = "textDocument/publishDiagnostics";
inline constexpr std::string_view log_trace = "$/logTrace";
inline constexpr std::string_view ask_configuration = "workspace/configuration";
inline constexpr std::string_view register_capability = "client/registerCapability";
inline constexpr std::string_view refresh_diagnostics = "workspace/diagnostic/refresh";

}  // namespace slipway::lsp
