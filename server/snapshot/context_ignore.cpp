#include "snapshot/context_ignore.h"

namespace slipway::snapshot {

std::optional<semantic::IgnoreFile> context_ignore(const DocumentSnapshot& document) {
  if (document.path.empty() || document.context_folder.empty()) return std::nullopt;
  auto text = document.files->read(document.path + ".dockerignore", max_readable_bytes);
  if (!text) text = document.files->read(document.context_folder + "/.dockerignore", max_readable_bytes);
  return text ? std::optional<semantic::IgnoreFile>(*text) : std::nullopt;
}

}  // namespace slipway::snapshot
