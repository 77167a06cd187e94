#include "features/completion/items.h"

#include <cstdio>

#include "support/strings.h"

namespace slipway::features {

void Items::add(Rank rank, Candidate candidate) {
  if (candidate.label.empty() || labels_.count(candidate.label) != 0) return;
  CompletionItem item;
  auto text = candidate.new_text.empty() ? candidate.label : std::move(candidate.new_text);
  // An edit stays on the cursor's line: of a word that began on an earlier line only the rest can be put in.
  if (!where_.earlier.empty()) {
    if (!starts_with_ignoring_case(text, where_.earlier)) return;
    text.erase(0, where_.earlier.size());
  }
  item.filter_text = !candidate.filter_text.empty() && where_.earlier.empty() ? std::move(candidate.filter_text) : text;
  if (candidate.is_snippet && candidate.filter_text.empty()) item.filter_text = candidate.label;
  labels_.insert(candidate.label);
  item.label = std::move(candidate.label);
  item.kind = candidate.kind;
  item.detail = std::move(candidate.detail);
  item.documentation_key = std::move(candidate.key);
  item.edit = {where_.word, std::move(text)};
  item.is_snippet = candidate.is_snippet;
  char order[16];
  std::snprintf(order, sizeof order, "%c%06zu", static_cast<char>(rank), items_.size());
  item.sort_text = order;
  items_.push_back(std::move(item));
}

void add_words(Items& items, Rank rank, std::string_view words, CompletionKind kind) {
  for (const auto word : split_words(words)) items.add(rank, {.label = std::string(word), .kind = kind});
}

}  // namespace slipway::features
