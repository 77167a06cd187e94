#pragma once
// Collects the items of a completion: makes their edits and puts them in order.

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "features/completion.h"
#include "features/completion/where.h"

namespace slipway::features {

/// Groups of items in the order in which one would take them.
enum class Rank : char { First = 'a', Likely = 'b', Usual = 'c', Late = 'd', Last = 'e' };

/// Something that could stand at the cursor.
struct Candidate {
  std::string label;
  CompletionKind kind = CompletionKind::Value;
  std::string detail = {};
  std::string key = {};          ///< for `completion_documentation`
  std::string new_text = {};     ///< empty: the label
  std::string filter_text = {};  ///< empty: what the edit puts in
  bool is_snippet = false;
};

class Items {
 public:
  explicit Items(const Where& where) : where_(where) {}

  /// Adds an item that replaces the word. Within a rank the order of the calls counts.
  /// A label that is there already is not added again.
  void add(Rank rank, Candidate candidate);
  [[nodiscard]] std::vector<CompletionItem> take() { return std::move(items_); }

 private:
  const Where& where_;
  std::vector<CompletionItem> items_;
  std::unordered_set<std::string> labels_;
};

/// What every provider may look at.
struct Request {
  const snapshot::DocumentSnapshot& document;
  const Where& where;
  SnippetSupport snippets = SnippetSupport::No;
};

/// Adds the words of a table's text, which has blanks between them.
void add_words(Items& items, Rank rank, std::string_view words, CompletionKind kind);

}  // namespace slipway::features
