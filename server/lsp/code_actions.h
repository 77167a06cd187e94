#pragma once
// codeAction and codeAction/resolve.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"
#include "lsp/diagnostics.h"

namespace slipway::lsp {

struct CodeActionParams {
  std::string uri;
  Range range;
  std::optional<std::vector<std::string>> only;  ///< kinds the client asks for; nothing: all
};

/// Names an action so that its edits can be made later, from nothing: the server keeps no list.
struct ActionData {
  std::string uri;
  std::int64_t version = 0;
  std::string key;
};

struct CodeAction {
  std::string title;
  std::string kind;
  bool preferred = false;
  std::optional<Diagnostic> diagnostic;
  std::optional<WorkspaceEdit> edit;  ///< nothing: made on resolve
  std::optional<ActionData> data;     ///< for resolve
};

/// An action that comes back for its edits.
struct ResolveActionParams {
  std::string uri;
  std::int64_t version = 0;
  std::string key;
  std::string action;  ///< the whole action as JSON text, to be given back
};

struct ResolvedAction {
  std::string action;
  WorkspaceEdit edit;
};

void read(const Reader& in, CodeActionParams& out);
void read(const Reader& in, ResolveActionParams& out);
void write(Writer& out, const CodeAction& value);
void write(Writer& out, const ResolvedAction& value);

}  // namespace slipway::lsp
