#pragma once
// Images that many Dockerfiles begin with, and the tags that people choose. A help for typing, not a registry: it is offline and ages.

#include <span>
#include <string_view>

namespace slipway::catalog {

struct KnownImage {
  std::string_view name;     ///< as one writes it after FROM; with the registry when that is not Docker Hub
  std::string_view meaning;  ///< a few words
  std::string_view tags;     ///< usual tags between blanks, the one to take first first
};

/// The commonest first.
[[nodiscard]] std::span<const KnownImage> known_images();
/// By the familiar name ("node", "ghcr.io/astral-sh/uv"); null if unknown.
[[nodiscard]] const KnownImage* find_image(std::string_view name);

}  // namespace slipway::catalog
