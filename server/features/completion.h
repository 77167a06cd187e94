#pragma once
// What could be typed here. The context is found once (completion.cpp); each source of items is one file in completion/.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "snapshot/document_snapshot.h"
#include "text/text_edit.h"

namespace slipway::features {

enum class CompletionKind { Keyword, Flag, Value, Stage, Variable, Image, Path, Directory, Directive, Snippet };

/// Whether the client takes snippets (`$0`, `${1:name}`).
enum class SnippetSupport { No, Yes };

struct CompletionItem {
  std::string label;
  CompletionKind kind = CompletionKind::Value;
  std::string detail;             ///< short, beside the label
  std::string documentation_key;  ///< for `completion_documentation`; empty when there is none
  text::TextEdit edit;            ///< replaces exactly the word that is being typed
  bool is_snippet = false;        ///< `edit.new_text` is in snippet syntax
  std::string filter_text;        ///< what the typed word is matched against; empty: the label
  std::string sort_text;          ///< items are shown in this order
};

[[nodiscard]] std::vector<CompletionItem> completion(const snapshot::DocumentSnapshot& document, text::Offset offset,
                                                     SnippetSupport snippets);

/// Markdown for an item's key, for completionItem/resolve; nothing for an unknown key. Needs no document.
[[nodiscard]] std::optional<std::string> completion_documentation(std::string_view key);

}  // namespace slipway::features
