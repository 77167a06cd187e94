#include "refactor/multistage/ecosystems/node_project.h"

#include <algorithm>
#include <array>

#include "refactor/multistage/copies.h"
#include "refactor/multistage/ecosystems/node_scripts.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage::node {

namespace {

constexpr auto manifests = std::to_array<std::string_view>({
    "package.json",
    "package-lock.json",
    "npm-shrinkwrap.json",
    ".npmrc",
    "yarn.lock",
    ".yarnrc",
    ".yarnrc.yml",
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    ".pnpmfile.cjs",
    "bun.lockb",
    "bun.lock",
    "bunfig.toml",
});

bool omits_development(const CommandUse& use) {
  const auto words = use.words();
  for (const std::string& word : words) {
    for (const std::string_view flag :
         {"--omit=dev", "--only=production", "--only=prod", "--production", "--production=true", "--prod", "-P"}) {
      if (word == flag) return true;
    }
  }
  if (option_value(words, "--omit") == "dev" || option_value(words, "--only") == "production") return true;
  const auto mode = use.environment.find("NODE_ENV");
  const bool includes = has_word(words, "--include=dev") || has_word(words, "--production=false") || has_word(words, "--prod=false");
  return mode != use.environment.end() && mode->second == "production" && !includes && use.program() != "bun";
}

/// Scripts that check and leave nothing.
bool checks(std::string_view script) {
  for (const std::string_view part : {"test", "lint", "typecheck", "type-check", "format", "coverage", "check"}) {
    if (script.substr(0, part.size()) == part) return true;
  }
  return false;
}

class ProjectFinder {
 public:
  explicit ProjectFinder(const Facts& facts) : facts_(facts) {}

  std::vector<Project> find() {
    for (std::size_t i = 0; i < facts_.walk.steps.size(); ++i) {
      for (std::size_t c = 0; c < facts_.actions[i].size(); ++c) look_at({i, c, &facts_.step(i).commands[c]}, facts_.actions[i][c]);
    }
    for (Project& project : out_) read(project);
    return std::move(out_);
  }

 private:
  void look_at(const Use& use, const Action& action) {
    const bool install = action.act == Act::Dependencies;
    if (action.ecosystem != "node" || (!install && action.act != Act::Build)) return;
    const auto words = use.use->words();
    if (!install && checks(script_of(use.use->program(), words))) return;
    Project& project = at(project_folder(use.use->program(), words, use.use->folder));
    (install ? project.installs : project.builds).push_back(use);
    if (!install) return;
    project.manager = std::string(use.use->program());
    project.omits_dev = omits_development(*use.use);
  }

  Project& at(const std::string& folder) {
    for (Project& project : out_) {
      if (project.image_folder == folder) return project;
    }
    out_.emplace_back();
    out_.back().image_folder = folder;
    return out_.back();
  }

  void read(Project& project) const {
    const auto manifest = context_path(facts_.walk, facts_.workspace, join_path(project.image_folder, "package.json"));
    if (!manifest) return;
    project.context_folder = std::string(parent_of(*manifest));
    const auto text = facts_.workspace.read(*manifest);
    if (const auto package = text ? read_package_json(*text) : std::nullopt) {
      project.package = *package;
      project.readable = true;
    }
    const auto lock = facts_.workspace.read(project.in_context("yarn.lock"));
    const bool new_lock = lock && lock->find("__metadata:") != std::string::npos;
    const std::string& manager = project.package.package_manager;
    const bool new_yarn = manager.substr(0, 5) == "yarn@" && manager.size() > 5 && manager[5] >= '2' && manager[5] <= '9';
    project.berry = project.manager == "yarn" && (new_lock || new_yarn || facts_.workspace.is_file(project.in_context(".yarnrc.yml")));
  }

  const Facts& facts_;
  std::vector<Project> out_;
};

}  // namespace

std::string Project::in_context(std::string_view name) const {
  return context_folder.empty() ? std::string(name) : context_folder + "/" + std::string(name);
}

std::vector<Project> find_projects(const Facts& facts) { return ProjectFinder(facts).find(); }

const Project* project_at(const std::vector<Project>& projects, std::string_view path) {
  const Project* best = nullptr;
  for (const Project& project : projects) {
    const bool deeper = best == nullptr || project.image_folder.size() > best->image_folder.size();
    if (is_under(path, project.image_folder) && deeper) best = &project;
  }
  return best;
}

std::vector<std::string> manifests_of(const Facts& facts, const Project& project) {
  std::vector<std::string> out;
  if (!project.readable) {
    if (project.manager == "npm") return {project.in_context("package*.json")};
    return {project.in_context("package.json"), project.in_context(project.manager == "yarn"   ? "yarn.lock"
                                                                   : project.manager == "pnpm" ? "pnpm-lock.yaml"
                                                                                               : "bun.lock*")};
  }
  for (const std::string_view name : manifests) {
    if (facts.workspace.is_file(project.in_context(name))) out.push_back(project.in_context(name));
  }
  return out;
}

bool is_manifest(std::string_view name) {
  name = base_name(name);
  return std::any_of(manifests.begin(), manifests.end(),
                     [name](std::string_view known) { return known == name || matches_pattern(known, name); }) &&
         name != "*" && name != "." && name != "./";
}

}  // namespace slipway::refactor::multistage::node
