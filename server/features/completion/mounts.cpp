#include "catalog/mounts.h"

#include <algorithm>

#include "features/completion/providers.h"
#include "support/strings.h"

namespace slipway::features {

namespace {

bool is_used(const Where& where, const catalog::MountKey& key) {
  return std::any_of(where.used.begin(), where.used.end(), [&](const std::string& used) {
    const auto* known = catalog::find_mount_key(used);
    return known == &key || equals_ignoring_case(used, key.name) ||
           (known != nullptr && known->name != key.name &&
            (" " + std::string(known->aliases) + " ").find(" " + std::string(key.name) + " ") != std::string::npos);
  });
}

/// A whole `type=…` to begin a mount with.
void add_typed_mounts(const Request& request, Items& items) {
  for (const auto& type : catalog::mount_types()) {
    items.add(Rank::First, {.label = "type=" + std::string(type.name),
                            .kind = CompletionKind::Value,
                            .detail = std::string(type.meaning),
                            .key = "mount-type:" + std::string(type.name),
                            .new_text = request.where.next == '=' ? "type" : "type=" + std::string(type.name)});
  }
}

void add_targets(const Request& request, Items& items) {
  for (const auto& entry : request.document.analysis->instructions) {
    for (const auto& mount : entry.syntax().mounts) {
      const auto* target = mount.find("target");
      if (target == nullptr || !target->value || target->value->empty() || entry.range.begin == request.where.instruction) continue;
      items.add(Rank::Likely, {.label = *target->value, .kind = CompletionKind::Directory, .detail = "as in another mount"});
    }
  }
  if (request.where.mount_type == "cache") {
    for (const auto& target : catalog::cache_targets()) {
      items.add(Rank::Usual, {.label = std::string(target.path), .kind = CompletionKind::Directory, .detail = std::string(target.tool)});
    }
  }
  add_directories(request, items);
}

void add_ids(const Request& request, Items& items) {
  for (const auto& entry : request.document.analysis->instructions) {
    for (const auto& mount : entry.syntax().mounts) {
      const auto* id = mount.find("id");
      if (id == nullptr || !id->value || id->value->empty() || entry.range.begin == request.where.instruction) continue;
      if (mount.type() == request.where.mount_type) items.add(Rank::Likely, {.label = *id->value, .detail = "as in another mount"});
    }
  }
}

}  // namespace

void add_mount_keys(const Request& request, Items& items) {
  const auto& where = request.where;
  const auto type = where.mount_type.empty() ? "bind" : where.mount_type;
  const bool typed_already = std::find(where.used.begin(), where.used.end(), "type") != where.used.end();
  if (!typed_already) add_typed_mounts(request, items);
  for (const auto& key : catalog::mount_keys()) {
    if (is_used(where, key) || !catalog::takes(type, key) || (key.name == "type" && typed_already)) continue;
    const bool wants_value = key.form == catalog::MountKeyForm::Value;
    const auto name = std::string(key.name);
    items.add(Rank::Usual, {.label = wants_value ? name + "=" : name,
                            .kind = CompletionKind::Flag,
                            .key = "mount-key:" + name,
                            .new_text = wants_value && where.next != '=' ? name + "=" : name});
  }
}

void add_mount_values(const Request& request, Items& items) {
  const auto& where = request.where;
  const auto* key = catalog::find_mount_key(where.owner);
  if (key == nullptr) return;
  if (key->name == "type") {
    for (const auto& type : catalog::mount_types()) {
      items.add(Rank::First,
                {.label = std::string(type.name), .detail = std::string(type.meaning), .key = "mount-type:" + std::string(type.name)});
    }
    return;
  }
  if (key->name == "from") {
    add_stages(request, StageNumbers::LeaveOut, items);
    return add_images(request, Rank::Last, items);
  }
  if (key->name == "target") return add_targets(request, items);
  if (key->name == "source") return add_paths(request, items);
  if (key->name == "id") return add_ids(request, items);
  add_words(items, Rank::Usual, key->values, CompletionKind::Value);
}

}  // namespace slipway::features
