#pragma once
// The .dockerignore that a build of a document goes by.

#include <optional>

#include "semantic/ignore_file.h"
#include "snapshot/document_snapshot.h"

namespace slipway::snapshot {

/// `<Dockerfile's name>.dockerignore` beside the Dockerfile, else `.dockerignore` in the context's root (frontend/dockerui/config.go); nothing
/// when there is neither.
[[nodiscard]] std::optional<semantic::IgnoreFile> context_ignore(const DocumentSnapshot& document);

}  // namespace slipway::snapshot
