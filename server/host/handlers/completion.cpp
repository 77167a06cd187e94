#include "features/completion.h"

#include "host/handlers/handlers.h"

namespace slipway::host::handlers {

namespace {

using features::CompletionKind;
using lsp::CompletionItemKind;

CompletionItemKind kind_of(CompletionKind kind) {
  switch (kind) {
    case CompletionKind::Keyword: return CompletionItemKind::Keyword;
    case CompletionKind::Flag: return CompletionItemKind::Property;
    case CompletionKind::Value: return CompletionItemKind::Value;
    case CompletionKind::Stage: return CompletionItemKind::Module;
    case CompletionKind::Variable: return CompletionItemKind::Variable;
    case CompletionKind::Image: return CompletionItemKind::Reference;
    case CompletionKind::Path: return CompletionItemKind::File;
    case CompletionKind::Directory: return CompletionItemKind::Folder;
    case CompletionKind::Directive: return CompletionItemKind::Keyword;
    case CompletionKind::Snippet: return CompletionItemKind::Snippet;
  }
  return CompletionItemKind::Value;
}

}  // namespace

Answer<lsp::CompletionList> completion(const Reading& in, const lsp::PositionParams& params) {
  const auto snippets = in.client->snippets ? features::SnippetSupport::Yes : features::SnippetSupport::No;
  lsp::CompletionList out;
  for (auto& item : features::completion(*in.document, in.offset(params.position), snippets)) {
    lsp::TextEdit edit{in.range(item.edit.range), std::move(item.edit.new_text)};
    out.items.push_back({std::move(item.label), kind_of(item.kind), std::move(item.detail), std::move(edit), item.is_snippet,
                         std::move(item.filter_text), std::move(item.sort_text), std::move(item.documentation_key)});
  }
  return out;
}

Answer<lsp::ResolvedCompletion> resolve_completion(Session& session, const lsp::ResolveCompletionParams& params) {
  lsp::ResolvedCompletion out{params.item, std::nullopt};
  const auto kind = session.capabilities->completion_markdown ? lsp::Markup::Kind::Markdown : lsp::Markup::Kind::Plain;
  if (auto text = features::completion_documentation(params.documentation_key)) out.documentation = markup(std::move(*text), kind);
  return out;
}

}  // namespace slipway::host::handlers
