#pragma once
// Helpers for putting manifests before sources in the builder.

#include <string>
#include <string_view>
#include <vector>

#include "refactor/multistage/evidence.h"

namespace slipway::refactor::multistage {

/// `COPY a b ./` that brings files of the context, by their paths there, into a folder of the image, as seen from `step`.
[[nodiscard]] std::string copy_line(const Facts& facts, std::size_t step, const std::vector<std::string>& files,
                                    std::string_view image_folder);

/// `RUN command` in a folder of the image, as seen from `step`.
[[nodiscard]] std::string run_line(const Facts& facts, std::size_t step, std::string_view command, std::string_view image_folder);

/// True when a RUN mounts a secret or SSH keys: then a step of ours might lack it.
[[nodiscard]] bool mounts_secrets(const Facts& facts);

/// True when the RUN of a step could stand before `before` and do the same: nothing between sets what it depends on.
[[nodiscard]] bool can_go_up(const Facts& facts, std::size_t step, std::size_t before);

}  // namespace slipway::refactor::multistage
