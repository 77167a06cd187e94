#include <algorithm>

#include "features/code_actions.h"
#include "host/findings.h"
#include "host/handlers/handlers.h"

namespace slipway::host::handlers {

namespace {

std::string kind_of(features::ActionKind kind) {
  switch (kind) {
    case features::ActionKind::QuickFix: return "quickfix";
    case features::ActionKind::Rewrite: return "refactor.rewrite";
    case features::ActionKind::FixAll: return "source.fixAll.slipway";
  }
  return "quickfix";
}

/// A client that asks for "source" means "source.fixAll.slipway" too (LSP 3.17, "CodeActionKind").
bool is_wanted(const std::string& kind, const std::optional<std::vector<std::string>>& only) {
  if (!only) return true;
  return std::any_of(only->begin(), only->end(), [&kind](const std::string& wanted) {
    return wanted.empty() || kind == wanted || kind.compare(0, wanted.size() + 1, wanted + '.') == 0;
  });
}

}  // namespace

Answer<std::vector<lsp::CodeAction>> code_action(const Reading& in, const lsp::CodeActionParams& params) {
  std::vector<lsp::CodeAction> out;
  for (const auto& found : features::code_actions(*in.document, to_bytes(in.source(), params.range, in.encoding))) {
    auto kind = kind_of(found.kind);
    if (!is_wanted(kind, params.only)) continue;
    lsp::CodeAction action;
    action.title = found.title;
    action.kind = std::move(kind);
    action.preferred = found.preferred && in.client->code_action_preferred;
    if (found.finding) action.diagnostic = to_diagnostic(*in.document, *found.finding, in.encoding, *in.client);
    if (in.client->code_action_resolves_edit) {
      action.data = lsp::ActionData{in.document->uri, in.document->version, found.key};
    } else if (const auto edits = features::resolve_action(*in.document, found.key)) {
      action.edit = in.edit(*edits);
    }
    out.push_back(std::move(action));
  }
  return out;
}

Answer<lsp::ResolvedAction> resolve_code_action(const Reading& in, const lsp::ResolveActionParams& params) {
  if (params.version != in.document->version) return outdated();
  const auto edits = features::resolve_action(*in.document, params.key);
  if (!edits || in.is_outdated()) return outdated();
  return lsp::ResolvedAction{params.action, in.edit(*edits)};
}

}  // namespace slipway::host::handlers
