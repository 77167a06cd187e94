#include "refactor/multistage/ecosystems/node_order.h"

#include <algorithm>

#include "refactor/multistage/copies.h"
#include "refactor/multistage/order.h"
#include "refactor/multistage/run_placement.h"
#include "refactor/paths.h"

namespace slipway::refactor::multistage::node {

namespace {

bool uses_patches(const Facts& facts, const Project& project) {
  return facts.workspace.is_folder(project.in_context("patches")) &&
         (project.package.depends_on("patch-package") || project.manager != "npm");
}

/// @prisma/client makes its code at the install when it finds a schema; then the schema comes along.
bool uses_schema(const Facts& facts, const Project& project) {
  return project.package.depends_on("@prisma/client") && facts.workspace.is_folder(project.in_context("prisma"));
}

/// A RUN with nothing but installs of one project.
bool only_installs(const Facts& facts, const Project& project, std::size_t step) {
  for (std::size_t c = 0; c < facts.actions[step].size(); ++c) {
    const Act act = facts.actions[step][c].act;
    if (act == Act::Build || act == Act::Check || act == Act::Unknown || act == Act::InstallPackages || act == Act::CopyFiles) return false;
  }
  return std::all_of(facts.step(step).commands.begin(), facts.step(step).commands.end(),
                     [&](const CommandUse& use) { return is_under(use.folder, project.image_folder) || use.program() == "cd"; });
}

/// Cuts the install out of a longer RUN and writes it before the sources.
bool split_install(const Facts& facts, const Project& project, const Use& install, std::size_t before, Insertion& insertion,
                   Evidence& evidence) {
  const Step& step = facts.step(install.step);
  const bool joined =
      install.command + 1 < step.commands.size() && step.syntax().form == syntax::Form::Shell && step.syntax().heredocs.empty();
  if (!joined || install.use->command->depth > 0 || mounts_secrets(facts)) return false;
  const CommandUse& next = step.commands[install.command + 1];
  const shell::Join join = next.command->join;
  if (next.command->depth > 0 || (join != shell::Join::And && join != shell::Join::Sequence)) return false;
  const std::string text = command_text(step, *install.use, *facts.walk.analysis);
  insertion.lines.push_back(run_line(facts, before, text, project.image_folder));
  evidence.edits.push_back({{install.use->range.begin, next.range.begin}, {}, "the install stands before the sources now"});
  return true;
}

}  // namespace

std::size_t early_sources(const Facts& facts, const Project& project) {
  const std::size_t none = facts.walk.steps.size();
  if (project.installs.empty()) return none;
  const std::size_t copy = first_copy_of(facts.walk, facts.workspace, project.in_context("package.json"));
  if (copy >= project.installs.front().step) return none;
  for (const std::string& source : facts.step(copy).sources) {
    const std::string tidy = tidy_relative(source);
    if (is_under(project.in_context("package.json"), tidy) && !is_manifest(source)) return copy;
  }
  return none;
}

bool install_needs_sources(const Facts& facts, const Project& project) {
  if (project.package.has_workspaces || facts.workspace.is_file(project.in_context("pnpm-workspace.yaml")) || project.berry) return true;
  const std::string_view script = project.package.install_script();
  if (script.empty()) return false;
  const auto text = project.package.scripts.find(script);
  return text->second != "patch-package" && text->second.substr(0, 5) != "husky";
}

std::vector<std::string> manifest_lines(const Facts& facts, const Project& project, std::size_t step) {
  std::vector<std::string> out{copy_line(facts, step, manifests_of(facts, project), project.image_folder)};
  if (uses_patches(facts, project))
    out.push_back(copy_line(facts, step, {project.in_context("patches")}, join_path(project.image_folder, "patches")));
  if (uses_schema(facts, project))
    out.push_back(copy_line(facts, step, {project.in_context("prisma")}, join_path(project.image_folder, "prisma")));
  return out;
}

void put_manifests_first(const Facts& facts, const Project& project, Evidence& evidence) {
  const std::size_t copy = early_sources(facts, project);
  if (copy >= facts.walk.steps.size() || install_needs_sources(facts, project)) return;
  if (!project.readable && facts.workspace.present()) return;
  const Use& install = project.installs.front();
  Insertion insertion{copy, manifest_lines(facts, project, copy), "dependencies are installed again only when the manifests change"};
  const bool moves = only_installs(facts, project, install.step) && can_go_up(facts, install.step, copy);
  if (moves) {
    evidence.relocations.push_back({install.step, copy, "dependencies come before the sources"});
  } else if (project.installs.size() > 1 || !split_install(facts, project, install, copy, insertion, evidence)) {
    return;
  }
  if (!project.readable) {
    evidence.note(
        Weight::Assumption, "order", facts.step(install.step).line,
        "The manifests now come before the sources; package.json could not be read, so check that no install script needs the sources.");
  }
  evidence.insertions.push_back(std::move(insertion));
}

}  // namespace slipway::refactor::multistage::node
