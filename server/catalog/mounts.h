#pragma once
// The types of RUN --mount and the keys that each type takes (BuildKit, instructions/commands_runmount.go).

#include <span>
#include <string_view>

namespace slipway::catalog {

struct MountType {
  std::string_view name;
  std::string_view meaning;
  std::string_view link;  ///< address of its section in Docker's reference
};

/// How a key is written.
enum class MountKeyForm { Value, Bare };

struct MountKey {
  std::string_view name;     ///< the spelling to offer
  std::string_view aliases;  ///< BuildKit's other spellings, between blanks
  std::string_view types;    ///< mount types that take it, between blanks
  MountKeyForm form = MountKeyForm::Value;
  std::string_view values;  ///< fixed or usual values between blanks
  std::string_view meaning;
};

/// A directory that is worth keeping between builds.
struct CacheTarget {
  std::string_view path;
  std::string_view tool;
};

/// The likeliest first.
[[nodiscard]] std::span<const MountType> mount_types();
/// Null for an unknown name; case does not matter.
[[nodiscard]] const MountType* find_mount_type(std::string_view name);

/// In the order in which one writes them.
[[nodiscard]] std::span<const MountKey> mount_keys();
/// Finds by name or alias in any case, null if unknown.
[[nodiscard]] const MountKey* find_mount_key(std::string_view name);
/// Whether mounts of this type take the key.
[[nodiscard]] bool takes(std::string_view type, const MountKey& key);

[[nodiscard]] std::span<const CacheTarget> cache_targets();

}  // namespace slipway::catalog
