#pragma once
// The build context as BuildKit would see it: the files beside a Dockerfile without what .dockerignore leaves out. Read only.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "semantic/ignore_file.h"
#include "snapshot/document_snapshot.h"

namespace slipway::refactor {

/// Paths are relative to the context, tidy, "" for the context itself.
class Workspace {
 public:
  /// A context that nobody may read: `present` is false and every question is answered with nothing.
  Workspace() = default;
  explicit Workspace(const snapshot::DocumentSnapshot& document);

  /// True when the context holds more than Dockerfiles: then a file that is not there does not exist.
  [[nodiscard]] bool present() const { return present_; }
  [[nodiscard]] std::optional<std::string> read(std::string_view path) const;
  [[nodiscard]] bool is_file(std::string_view path) const;
  [[nodiscard]] bool is_folder(std::string_view path) const;
  [[nodiscard]] bool exists(std::string_view path) const { return path.empty() || is_file(path) || is_folder(path); }
  /// Entries of a folder without ignored ones.
  [[nodiscard]] std::vector<snapshot::DirectoryEntry> list(std::string_view folder) const;
  /// Paths of all files below a folder in order, `skip`ped folder names left out; ends after a few thousand entries.
  [[nodiscard]] std::vector<std::string> files_below(std::string_view folder, const std::vector<std::string_view>& skip) const;
  /// Entries that a pattern of COPY selects (`*.go`, `package*.json`, a plain path).
  [[nodiscard]] std::vector<std::string> matching(std::string_view pattern) const;
  /// True for what .dockerignore leaves out.
  [[nodiscard]] bool ignored(std::string_view path) const;

 private:
  [[nodiscard]] std::string absolute(std::string_view path) const;

  std::shared_ptr<const snapshot::FileSystem> files_;
  std::string root_;
  std::optional<semantic::IgnoreFile> ignore_;
  bool present_ = false;
};

}  // namespace slipway::refactor
