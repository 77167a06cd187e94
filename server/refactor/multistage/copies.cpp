#include "refactor/multistage/copies.h"

#include "refactor/paths.h"

namespace slipway::refactor::multistage {

namespace {

std::vector<std::string> entries_of(const Workspace& workspace, const std::string& source) {
  if (workspace.present()) return workspace.matching(source);
  return {tidy_relative(source)};
}

/// Without a context to look at, a source is taken for a file when its name has an ending.
bool is_folder(const Workspace& workspace, const std::string& entry) {
  return workspace.present() ? workspace.is_folder(entry) : extension_of(entry).empty();
}

std::string target_of(const Step& step, const Workspace& workspace, const std::string& entry) {
  const bool keeps_name = step.into_folder && !is_folder(workspace, entry);
  return keeps_name ? join_path(step.destination, base_name(entry)) : step.destination;
}

std::string appended(const std::string& folder, std::string_view rest) {
  if (rest.empty()) return folder;
  return folder.empty() ? std::string(rest) : folder + "/" + std::string(rest);
}

}  // namespace

std::optional<std::string> context_path(const Walk& walk, const Workspace& workspace, std::string_view path) {
  for (auto step = walk.steps.rbegin(); step != walk.steps.rend(); ++step) {
    if (!step->from_context) continue;
    for (const std::string& source : step->sources) {
      for (const std::string& entry : entries_of(workspace, source)) {
        const std::string target = target_of(*step, workspace, entry);
        if (!is_under(path, target)) continue;
        std::string found = appended(entry, below(path, target));
        if (!workspace.present() || workspace.exists(found)) return found;
      }
    }
  }
  return std::nullopt;
}

std::optional<std::string> image_path(const Walk& walk, const Workspace& workspace, std::string_view path) {
  for (auto step = walk.steps.rbegin(); step != walk.steps.rend(); ++step) {
    if (!step->from_context) continue;
    for (const std::string& source : step->sources) {
      for (const std::string& entry : entries_of(workspace, source)) {
        if (!is_under(path, entry)) continue;
        const std::string_view rest = below(path, entry);
        const std::string target = target_of(*step, workspace, entry);
        return rest.empty() ? target : join_path(target, rest);
      }
    }
  }
  return std::nullopt;
}

bool copies_entry(const Step& step, const Workspace& workspace, std::string_view path) {
  if (!step.from_context) return false;
  for (const std::string& source : step.sources) {
    for (const std::string& entry : entries_of(workspace, source)) {
      if (is_under(path, entry)) return true;
    }
    if (!workspace.present() && matches_pattern(path, tidy_relative(source))) return true;
  }
  return false;
}

std::size_t first_copy_of(const Walk& walk, const Workspace& workspace, std::string_view path) {
  for (std::size_t i = 0; i < walk.steps.size(); ++i) {
    if (copies_entry(walk.steps[i], workspace, path)) return i;
  }
  return walk.steps.size();
}

std::optional<std::string> content_at(const Walk& walk, const Workspace& workspace, std::string_view path) {
  for (auto step = walk.steps.rbegin(); step != walk.steps.rend(); ++step) {
    for (const InlineFile& file : step->inline_files) {
      if (file.path == path) return std::string(file.content);
    }
  }
  const auto source = context_path(walk, workspace, path);
  return source ? workspace.read(*source) : std::nullopt;
}

}  // namespace slipway::refactor::multistage
