#include "refactor/workspace.h"

#include "refactor/paths.h"
#include "snapshot/context_ignore.h"
#include "support/strings.h"

namespace slipway::refactor {

namespace {

constexpr std::size_t max_entries = 4000;

bool is_dockerfile(std::string_view name) {
  const std::string lower = to_lower(name);
  return lower.find("dockerfile") != std::string::npos || lower == ".dockerignore" || lower == ".git";
}

}  // namespace

Workspace::Workspace(const snapshot::DocumentSnapshot& document) : files_(document.files), root_(document.context_folder) {
  if (files_ == nullptr || root_.empty()) return;
  const auto entries = files_->list(root_);
  if (!entries) return;
  for (const auto& entry : *entries) present_ = present_ || !is_dockerfile(entry.name);
  ignore_ = snapshot::context_ignore(document);
}

std::string Workspace::absolute(std::string_view path) const { return path.empty() ? root_ : join_path(root_, path); }

bool Workspace::ignored(std::string_view path) const { return ignore_ && ignore_->excludes(path); }

std::optional<std::string> Workspace::read(std::string_view path) const {
  if (!present_) return std::nullopt;
  return files_->read(absolute(path), snapshot::max_readable_bytes);
}

bool Workspace::is_file(std::string_view path) const {
  if (!present_ || path.empty() || ignored(path)) return false;
  const auto entries = files_->list(absolute(parent_of(path)));
  if (!entries) return false;
  for (const auto& entry : *entries) {
    if (entry.name == base_name(path)) return !entry.is_directory;
  }
  return false;
}

bool Workspace::is_folder(std::string_view path) const {
  if (!present_ || (!path.empty() && ignored(path))) return false;
  return files_->list(absolute(path)).has_value();
}

std::vector<snapshot::DirectoryEntry> Workspace::list(std::string_view folder) const {
  std::vector<snapshot::DirectoryEntry> out;
  if (!present_) return out;
  for (const auto& entry : files_->list(absolute(folder)).value_or(std::vector<snapshot::DirectoryEntry>())) {
    const std::string path = folder.empty() ? entry.name : std::string(folder) + "/" + entry.name;
    if (!ignored(path)) out.push_back(entry);
  }
  return out;
}

std::vector<std::string> Workspace::files_below(std::string_view folder, const std::vector<std::string_view>& skip) const {
  std::vector<std::string> out;
  std::vector<std::string> open{std::string(folder)};
  for (std::size_t seen = 0; !open.empty() && seen < max_entries;) {
    const std::string here = open.back();
    open.pop_back();
    for (const auto& entry : list(here)) {
      ++seen;
      std::string path = here.empty() ? entry.name : here + "/" + entry.name;
      bool skipped = entry.name == ".git";
      for (const std::string_view name : skip) skipped = skipped || entry.name == name;
      if (entry.is_directory && !skipped)
        open.push_back(std::move(path));
      else if (!entry.is_directory)
        out.push_back(std::move(path));
    }
  }
  return out;
}

std::vector<std::string> Workspace::matching(std::string_view pattern) const {
  const std::string tidy = tidy_relative(pattern);
  if (tidy.find_first_of("*?[") == std::string::npos) {
    if (tidy.empty() || exists(tidy)) return {tidy};
    return {};
  }
  std::vector<std::string> found{""};
  for (const std::string_view part : split(tidy, '/')) {
    std::vector<std::string> next;
    for (const std::string& folder : found) {
      for (const auto& entry : list(folder)) {
        if (matches_pattern(entry.name, part)) next.push_back(folder.empty() ? entry.name : folder + "/" + entry.name);
      }
    }
    found = std::move(next);
  }
  return found;
}

}  // namespace slipway::refactor
