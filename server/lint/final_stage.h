#pragma once
// What the final image is made of, and what it starts: for rules about the image that is shipped.

#include <optional>
#include <string>
#include <vector>

#include "lint/rule.h"
#include "semantic/model.h"

namespace slipway::lint {

/// The last stage, then the stage it stands on, and so on down to one that stands on an image. Empty for a file without stages.
[[nodiscard]] std::vector<const semantic::Stage*> final_chain(const semantic::Model& model);

/// What runs when a container starts.
struct Start {
  std::string program;             ///< first word, without folders
  std::string path;                ///< first word as written
  std::vector<std::string> words;  ///< all words of ENTRYPOINT and CMD, without folders
  bool certain = true;             ///< false when a variable or something that is no simple command stands there
};

/// ENTRYPOINT with CMD, else CMD, as they stand at the end of the chain; nothing when the base image decides.
[[nodiscard]] std::optional<Start> start_of(const Context& context, const std::vector<const semantic::Stage*>& chain);

}  // namespace slipway::lint
