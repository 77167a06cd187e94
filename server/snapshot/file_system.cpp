#include "snapshot/file_system.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace slipway::snapshot {

namespace {

void sort_by_name(std::vector<DirectoryEntry>& entries) {
  std::sort(entries.begin(), entries.end(), [](const DirectoryEntry& a, const DirectoryEntry& b) { return a.name < b.name; });
}

class Disk final : public FileSystem {
 public:
  [[nodiscard]] std::optional<std::string> read(const std::string& path, std::size_t max_bytes) const override {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return {};  // never blocks on a pipe or a device
    const auto size = std::filesystem::file_size(path, error);
    if (error || size > max_bytes) return {};
    std::ifstream in(path, std::ios::binary);
    if (!in) return {};
    return std::string(std::istreambuf_iterator<char>(in), {});
  }

  [[nodiscard]] bool exists(const std::string& path) const override {
    std::error_code error;
    return std::filesystem::exists(path, error);
  }

  [[nodiscard]] std::optional<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    std::error_code error;
    std::filesystem::directory_iterator at(path, error);
    if (error) return {};
    std::vector<DirectoryEntry> out;
    for (const std::filesystem::directory_iterator end; at != end; at.increment(error)) {
      if (error) break;
      std::error_code ignored;
      out.push_back({at->path().filename().string(), at->is_directory(ignored)});
    }
    sort_by_name(out);
    return out;
  }
};

class InMemory final : public FileSystem {
 public:
  explicit InMemory(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  [[nodiscard]] std::optional<std::string> read(const std::string& path, std::size_t max_bytes) const override {
    const auto found = files_.find(path);
    if (found == files_.end() || found->second.size() > max_bytes) return {};
    return found->second;
  }

  [[nodiscard]] bool exists(const std::string& path) const override { return files_.count(path) != 0 || list(path); }

  [[nodiscard]] std::optional<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    const std::string prefix = path == "/" ? path : path + "/";
    std::vector<DirectoryEntry> out;
    for (const auto& [name, content] : files_) {
      if (name.compare(0, prefix.size(), prefix) != 0) continue;
      const auto rest = name.substr(prefix.size());
      const auto slash = rest.find('/');
      DirectoryEntry entry{rest.substr(0, slash), slash != std::string::npos};
      if (out.empty() || out.back().name != entry.name) out.push_back(std::move(entry));
    }
    sort_by_name(out);
    if (out.empty()) return {};
    return out;
  }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace

std::shared_ptr<const FileSystem> disk() {
  static const auto instance = std::make_shared<Disk>();
  return instance;
}

std::shared_ptr<const FileSystem> in_memory(std::map<std::string, std::string> files) {
  return std::make_shared<InMemory>(std::move(files));
}

}  // namespace slipway::snapshot
