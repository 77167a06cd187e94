#pragma once
// textDocument/completion and completionItem/resolve.

#include <string>
#include <vector>

#include "lsp/basic.h"

namespace slipway::lsp {

/// The kinds of LSP 3.17 that we use.
enum class CompletionItemKind {
  Variable = 6,
  Module = 9,
  Property = 10,
  Value = 12,
  Keyword = 14,
  Snippet = 15,
  File = 17,
  Reference = 18,
  Folder = 19
};

/// What is empty is left out.
struct CompletionItem {
  std::string label;
  CompletionItemKind kind = CompletionItemKind::Value;
  std::string detail;
  TextEdit edit;
  bool is_snippet = false;
  std::string filter_text;
  std::string sort_text;
  std::string documentation_key;  ///< `data`: what `completionItem/resolve` starts from
};

struct CompletionList {
  std::vector<CompletionItem> items;
};

/// An item that comes back for its documentation.
struct ResolveCompletionParams {
  std::string documentation_key;
  std::string item;  ///< the whole item as JSON text, to be given back
};

struct ResolvedCompletion {
  std::string item;
  std::optional<Markup> documentation;
};

void read(const Reader& in, ResolveCompletionParams& out);
void write(Writer& out, const CompletionItem& value);
void write(Writer& out, const CompletionList& value);
void write(Writer& out, const ResolvedCompletion& value);

}  // namespace slipway::lsp
