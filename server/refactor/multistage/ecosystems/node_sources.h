#pragma once
// What the sources of a Node project show about its run time.

#include <set>
#include <string>
#include <vector>

#include "refactor/multistage/ecosystems/node_project.h"

namespace slipway::refactor::multistage::node {

struct SourceFacts {
  bool reads_files = false;
  bool writes_files = false;
  int low_port = 0;                        ///< 0: none seen
  std::set<std::string> run_time_entries;  ///< of the project's folder: templates, static files, configuration
  std::set<std::string> other_entries;     ///< data that no source names
};

/// `outputs`: entries that the build makes, relative to the project's folder.
[[nodiscard]] SourceFacts read_sources(const Facts& facts, const Project& project, const std::vector<std::string>& outputs);

/// A package that is compiled when it is installed; empty when there is none.
[[nodiscard]] std::string native_package(const Project& project);

}  // namespace slipway::refactor::multistage::node
