#pragma once
// The files beside a Dockerfile, behind an interface: tests pass a map, the server the disk. Reading only; nothing is ever run.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::snapshot {

struct DirectoryEntry {
  std::string name;
  bool is_directory = false;
};

/// Paths are absolute, with `/` between parts. Safe to use from any thread.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// Content of a regular file of at most `max_bytes`; nothing when it cannot be read or is larger.
  [[nodiscard]] virtual std::optional<std::string> read(const std::string& path, std::size_t max_bytes) const = 0;
  /// True when there is a file or a directory of this path; much cheaper than looking for it in a list.
  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  /// Entries of a directory in the order of their names; nothing when it cannot be read.
  [[nodiscard]] virtual std::optional<std::vector<DirectoryEntry>> list(const std::string& path) const = 0;
};

/// Files up to this size are read whole: manifests and sources are small, data files do not matter here.
inline constexpr std::size_t max_readable_bytes = 4U << 20U;

/// The machine's files.
[[nodiscard]] std::shared_ptr<const FileSystem> disk();

/// Files of a test: absolute path → content.
[[nodiscard]] std::shared_ptr<const FileSystem> in_memory(std::map<std::string, std::string> files);

}  // namespace slipway::snapshot
