#pragma once
// What the manifests of projects say, read without running anything. The only file of refactor/ that reads JSON.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::refactor {

/// The parts of a package.json that a conversion needs.
struct PackageJson {
  std::string name;
  std::map<std::string, std::string, std::less<>> scripts;
  std::map<std::string, std::string, std::less<>> dependencies;  ///< optional and peer ones too
  std::map<std::string, std::string, std::less<>> dev_dependencies;
  std::string package_manager;  ///< "pnpm@9.1.0"
  bool has_workspaces = false;

  [[nodiscard]] bool depends_on(std::string_view package) const;
  /// The first of npm's scripts that run by themselves at an install; empty without one.
  [[nodiscard]] std::string_view install_script() const;
};

[[nodiscard]] std::optional<PackageJson> read_package_json(std::string_view text);

/// A string in a JSON document by its keys, comments and trailing commas allowed (tsconfig.json): {"compilerOptions", "outDir"}.
[[nodiscard]] std::optional<std::string> json_string(std::string_view text, const std::vector<std::string_view>& keys);

/// Every string below any `outputPath` key of an angular.json: a plain path, or its "base".
[[nodiscard]] std::vector<std::string> angular_output_paths(std::string_view text);

struct GoMod {
  std::string module;
  std::vector<std::string> requires_;  ///< module paths
  bool replaces_by_folder = false;     ///< a `replace … => ./folder`
};

[[nodiscard]] GoMod read_go_mod(std::string_view text);

}  // namespace slipway::refactor
