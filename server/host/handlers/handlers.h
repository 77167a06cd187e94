#pragma once
// One function a method: decode is done, ranges become bytes, a feature is asked, bytes become ranges. One small file each.

#include "host/method.h"
#include "host/session.h"
#include "lsp/methods.h"

namespace slipway::host::handlers {

// lifecycle.cpp
Answer<lsp::RawJson> initialize(Session& session, const lsp::InitializeParams& params);
void initialized(Session& session, const lsp::NoParams& params);
Answer<lsp::Null> shutdown(Session& session, const lsp::NoParams& params);
void exit(Session& session, const lsp::NoParams& params);
void cancel_request(Session& session, const lsp::CancelParams& params);
void set_trace(Session& session, const lsp::SetTraceParams& params);

// documents.cpp
void did_open(Session& session, const lsp::DidOpenParams& params);
void did_change(Session& session, const lsp::DidChangeParams& params);
void did_close(Session& session, const lsp::DidCloseParams& params);
void did_save(Session& session, const lsp::DidSaveParams& params);

// workspace.cpp
void did_change_configuration(Session& session, const lsp::DidChangeConfigurationParams& params);
void did_change_workspace_folders(Session& session, const lsp::DidChangeWorkspaceFoldersParams& params);
void did_change_watched_files(Session& session, const lsp::DidChangeWatchedFilesParams& params);
/// Asks the client for the settings under `slipway`, if it can be asked.
void ask_for_settings(Session& session);

// one file each
Answer<lsp::CompletionList> completion(const Reading& in, const lsp::PositionParams& params);
Answer<lsp::ResolvedCompletion> resolve_completion(Session& session, const lsp::ResolveCompletionParams& params);
Answer<std::optional<lsp::Hover>> hover(const Reading& in, const lsp::PositionParams& params);
Answer<lsp::Definition> definition(const Reading& in, const lsp::PositionParams& params);
Answer<std::vector<lsp::Location>> references(const Reading& in, const lsp::ReferenceParams& params);
Answer<std::vector<lsp::DocumentHighlight>> document_highlight(const Reading& in, const lsp::PositionParams& params);
Answer<lsp::PreparedRename> prepare_rename(const Reading& in, const lsp::PositionParams& params);
Answer<lsp::WorkspaceEdit> rename(const Reading& in, const lsp::RenameParams& params);
Answer<lsp::DocumentSymbols> document_symbol(const Reading& in, const lsp::DocumentParams& params);
Answer<std::vector<lsp::FoldingRange>> folding_range(const Reading& in, const lsp::DocumentParams& params);
Answer<std::vector<lsp::CodeAction>> code_action(const Reading& in, const lsp::CodeActionParams& params);
Answer<lsp::ResolvedAction> resolve_code_action(const Reading& in, const lsp::ResolveActionParams& params);
void diagnostic(Session& session, const lsp::DiagnosticParams& params, Responder responder);
Answer<lsp::ConvertAnswer> convert(const Reading& in, const lsp::ConvertParams& params);
Answer<lsp::TreeText> syntax_tree(const Reading& in, const lsp::DocumentParams& params);
Answer<lsp::RawJson> status(Session& session, const lsp::NoParams& params);

/// What a request gets whose answer would change a text that is there no more.
[[nodiscard]] jsonrpc::ResponseError outdated();

/// Markdown as it is, or without its marks for clients that show plain text.
[[nodiscard]] lsp::Markup markup(std::string markdown, lsp::Markup::Kind kind);

}  // namespace slipway::host::handlers
