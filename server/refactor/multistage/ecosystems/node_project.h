#pragma once
// Node projects of a stage: folders in which dependencies are installed or scripts build.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "refactor/manifests.h"
#include "refactor/multistage/evidence.h"

namespace slipway::refactor::multistage::node {

/// A command at its step.
struct Use {
  std::size_t step = 0;
  std::size_t command = 0;
  const CommandUse* use = nullptr;
};

struct Project {
  std::string image_folder;
  std::string context_folder;
  PackageJson package;
  bool readable = false;        ///< package.json could be read
  std::string manager = "npm";  ///< npm, yarn, pnpm or bun: who installs
  bool berry = false;           ///< yarn 2 or newer
  std::vector<Use> installs;
  std::vector<Use> builds;  ///< scripts and tools that make something
  bool omits_dev = false;   ///< the last install leaves development packages out

  /// A path of the context below the project's folder.
  [[nodiscard]] std::string in_context(std::string_view name) const;
};

[[nodiscard]] std::vector<Project> find_projects(const Facts& facts);

/// The project that a path of the image belongs to; null when there is none.
[[nodiscard]] const Project* project_at(const std::vector<Project>& projects, std::string_view path);

/// Manifests and lock files of a project that exist, relative to the context; with no context to read, a pattern that fits.
[[nodiscard]] std::vector<std::string> manifests_of(const Facts& facts, const Project& project);

/// True for a name that is a manifest, a lock file or a package manager's settings.
[[nodiscard]] bool is_manifest(std::string_view name);

}  // namespace slipway::refactor::multistage::node
