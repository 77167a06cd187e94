#include "catalog/flags.h"

#include <algorithm>

#include "catalog/values.h"
#include "features/completion/providers.h"

namespace slipway::features {

namespace {

using syntax::Keyword;

bool is_used(const Where& where, const syntax::FlagSpec& flag) {
  return flag.repeat == syntax::Repeat::Once && std::find(where.used.begin(), where.used.end(), flag.name) != where.used.end();
}

std::string key_of(Keyword keyword, std::string_view flag) {
  return "flag:" + std::string(syntax::spelling(keyword)) + ":" + std::string(flag);
}

void add_platforms(Items& items) {
  for (const auto* variable : {"$BUILDPLATFORM", "$TARGETPLATFORM"}) {
    items.add(Rank::Likely, {.label = variable, .kind = CompletionKind::Variable, .key = std::string("variable:") + (variable + 1)});
  }
  for (const auto& platform : catalog::platforms()) {
    items.add(Rank::Usual, {.label = std::string(platform.name), .detail = std::string(platform.meaning)});
  }
}

/// Permissions that other lines of the file give.
void add_seen_values(const Request& request, std::string_view flag, Items& items) {
  for (const auto& entry : request.document.analysis->instructions) {
    if (entry.range.begin == request.where.instruction) continue;
    const auto* found = entry.syntax().flag(flag);
    if (found != nullptr && found->value && !found->value->empty()) items.add(Rank::Likely, {.label = *found->value});
  }
}

}  // namespace

void add_flags(const Request& request, Items& items) {
  const auto& where = request.where;
  const auto rank = where.part == Part::FlagName ? Rank::First : Rank::Late;
  for (const auto& flag : syntax::flags_of(where.keyword)) {
    if (is_used(where, flag)) continue;
    const auto* doc = catalog::find_flag(where.keyword, flag.name);
    const auto name = "--" + std::string(flag.name);
    const bool wants_value = flag.value == syntax::FlagValue::Text;
    items.add(rank, {.label = wants_value ? name + "=" : name,
                     .kind = CompletionKind::Flag,
                     .detail = doc == nullptr ? std::string() : std::string(doc->value),
                     .key = key_of(where.keyword, flag.name),
                     .new_text = wants_value && where.next != '=' ? name + "=" : name});
  }
}

void add_flag_values(const Request& request, Items& items) {
  const auto& where = request.where;
  if (where.owner == "from" && where.keyword == Keyword::Copy) {
    add_stages(request, StageNumbers::ForUnnamed, items);
    return add_images(request, Rank::Last, items);
  }
  if (where.owner == "platform") return add_platforms(items);
  const auto* doc = catalog::find_flag(where.keyword, where.owner);
  if (doc == nullptr) return;
  if (where.owner == "chown") return add_users(request, Rank::Likely, items);
  if (where.owner == "chmod") add_seen_values(request, where.owner, items);
  if (where.owner == "exclude") return add_paths(request, items);
  add_words(items, Rank::Usual, doc->values, CompletionKind::Value);
}

}  // namespace slipway::features
