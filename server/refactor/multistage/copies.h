#pragma once
// The way between paths of the build context and paths of the image, through the COPY and ADD instructions of a stage.

#include <optional>
#include <string>
#include <string_view>

#include "refactor/multistage/walk.h"
#include "refactor/workspace.h"

namespace slipway::refactor::multistage {

/// The file or folder of the context that stands at `path` in the image; with a readable context only what exists.
[[nodiscard]] std::optional<std::string> context_path(const Walk& walk, const Workspace& workspace, std::string_view path);

/// Where an entry of the context stands in the image after the last COPY that brings it, or something above it.
[[nodiscard]] std::optional<std::string> image_path(const Walk& walk, const Workspace& workspace, std::string_view path);

/// The step whose COPY brings an entry of the context first; the number of steps when none does.
[[nodiscard]] std::size_t first_copy_of(const Walk& walk, const Workspace& workspace, std::string_view path);

/// Content of a file at a path of the image: written in the Dockerfile, or read from the context.
[[nodiscard]] std::optional<std::string> content_at(const Walk& walk, const Workspace& workspace, std::string_view path);

/// True when the copied entries can hold an entry of the context of that name: `COPY . .` holds everything.
[[nodiscard]] bool copies_entry(const Step& step, const Workspace& workspace, std::string_view path);

}  // namespace slipway::refactor::multistage
