#pragma once
// What a container with a Node project starts: a file, a framework, or a server of static files.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "refactor/multistage/ecosystems/node_outputs.h"

namespace slipway::refactor::multistage::node {

enum class StartKind {
  File,       ///< node, bun or pm2 with a file
  Framework,  ///< a tool of node_modules: `next start`
  Pages,      ///< a server of static files
  Script,     ///< a package manager's script that could not be read
  Other,
};

struct NodeStart {
  StartKind kind = StartKind::Other;
  std::optional<StartedProgram> program;  ///< the one that decides
  std::string path;                       ///< File: the file; Pages: the folder, if it is named; absolute
  std::string manager;                    ///< npm, yarn, pnpm or bun, when the start goes through one
  std::vector<StartedProgram> programs;   ///< with scripts taken apart
};

[[nodiscard]] NodeStart read_node_start(const Facts& facts);

/// The global packages (npm install -g) that the start needs, by the names that are installed; "corepack" when pnpm comes from it.
[[nodiscard]] std::vector<std::string> started_tools(const Facts& facts, const NodeStart& start);

/// Tools that change a database at the start, and the entries of a project that they read (separated by blanks).
[[nodiscard]] std::span<const std::pair<std::string_view, std::string_view>> migration_files();

/// True when the program is a tool of node_modules/.bin that only development packages bring.
[[nodiscard]] bool needs_development_packages(const Project& project, const NodeStart& start);

}  // namespace slipway::refactor::multistage::node
