#pragma once
// Quick fixes for findings and refactorings at a place. The list is cheap; an action's edits are made when it is chosen.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.h"
#include "snapshot/document_snapshot.h"
#include "text/text_edit.h"

namespace slipway::features {

enum class ActionKind { QuickFix, Rewrite, FixAll };

struct CodeAction {
  std::string title;
  ActionKind kind = ActionKind::QuickFix;
  bool preferred = false;                ///< the one fix that is surely meant
  std::optional<lint::Finding> finding;  ///< the finding it mends
  std::string key;                       ///< names the action for `resolve_action`, together with the document and the range
};

/// The actions for a selection, findings among them taken from a fresh lint of the document.
[[nodiscard]] std::vector<CodeAction> code_actions(const snapshot::DocumentSnapshot& document, text::TextRange range);

/// The edits of an action that `code_actions` listed for this text; nothing when it is not there any more.
[[nodiscard]] std::optional<std::vector<text::TextEdit>> resolve_action(const snapshot::DocumentSnapshot& document, std::string_view key);

}  // namespace slipway::features
