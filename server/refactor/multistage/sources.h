#pragma once
// What program texts show about the run time: the files they name, and whether they read, write or go out to the network.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "refactor/multistage/evidence.h"

namespace slipway::refactor::multistage {

/// The string literals of a program text in the C family's notation ("…", '…', `…`), comments left out. Escapes stay as written.
[[nodiscard]] std::vector<std::string> string_literals(std::string_view program);

/// A program text without comments.
[[nodiscard]] std::string without_comments(std::string_view program);

/// A folder of sources and what it is for.
struct SourceTree {
  std::string context_folder;  ///< in the build context
  std::string image_folder;    ///< where it stands in the builder
  std::vector<std::string> code_extensions;
  std::vector<std::string_view> skipped_folders;
  std::vector<std::string> known_entries;  ///< entries that are copied anyway, or are no run-time files: relative to the folder
  bool has_other_builds = false;           ///< a build of pages may make folders that the context lacks
};

/// Entries of the tree that texts name as paths: "templates" for "./templates/*.tmpl". Only what exists and is no code. `texts` are
/// values of literals, of environment variables, and words of the start command.
[[nodiscard]] std::set<std::string> named_entries(const SourceTree& tree, const Workspace& workspace,
                                                  const std::vector<std::string>& texts);

/// Entries directly in the tree that look like data: neither code, manifest, documentation nor the files of tools.
[[nodiscard]] std::set<std::string> data_entries(const SourceTree& tree, const Workspace& workspace);

/// The values of the environment at the end and the words of started programs: they too may name files.
[[nodiscard]] std::vector<std::string> run_time_words(const Facts& facts);

}  // namespace slipway::refactor::multistage
