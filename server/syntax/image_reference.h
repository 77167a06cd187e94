#pragma once
// The parts of an image name: registry/path:tag@digest (distribution/reference).

#include <optional>
#include <string>
#include <string_view>

#include "text/text_range.h"

namespace slipway::syntax {

using text::TextRange;

/// An image name cut into its parts; ranges count bytes of the name. Parts may hold variables. Never fails.
struct ImageReference {
  std::string registry;  ///< host with port as written; empty when the name has none (docker.io is meant)
  std::string path;      ///< `library/…` not added
  std::string tag;       ///< empty without one
  std::string digest;    ///< `sha256:…`; empty without one
  TextRange registry_range, path_range, tag_range, digest_range;

  /// Last part of the path: `node` of `docker.io/library/node:20`.
  [[nodiscard]] std::string_view short_name() const;
  /// The path of Docker Hub's official images without `library/`, other paths as they are, with a foreign registry before it.
  [[nodiscard]] std::string familiar_name() const;
};

[[nodiscard]] ImageReference parse_image_reference(std::string_view name);

/// BuildKit's sentence about a name that is no image name (frontend/dockerfile/dockerfile2llb/convert.go with
/// distribution/reference), without the "failed to parse stage name" around it; nothing for a good name.
[[nodiscard]] std::optional<std::string> image_reference_error(std::string_view name);

/// What is wrong with `algorithm:hex` (opencontainers/go-digest); nothing for a good digest.
[[nodiscard]] std::optional<std::string> digest_error(std::string_view digest);

}  // namespace slipway::syntax
