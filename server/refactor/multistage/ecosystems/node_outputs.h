#pragma once
// What the build tools of Node projects write, and where.

#include <string>
#include <string_view>
#include <vector>

#include "refactor/multistage/ecosystems/node_project.h"

namespace slipway::refactor::multistage::node {

/// What an output is for.
enum class OutputKind {
  Modules,  ///< code that loads packages from node_modules
  Whole,    ///< code with everything it needs inside
  Pages,    ///< files for a web server
};

struct Output {
  std::string path;  ///< absolute
  bool folder = true;
  OutputKind kind = OutputKind::Modules;
  std::size_t step = 0;
  const Project* project = nullptr;
};

struct BuildResult {
  std::vector<Output> outputs;
  bool in_place = false;          ///< a compiler writes beside its sources
  bool generates_client = false;  ///< prisma generate: into node_modules
  std::vector<std::string> unknown_tools;
  std::vector<WordEdit> edits;  ///< that the builder needs for them
};

/// What all builds of a project write, followed through `cp` and `mv`.
[[nodiscard]] BuildResult find_results(const Facts& facts, const std::vector<Project>& projects);

}  // namespace slipway::refactor::multistage::node
