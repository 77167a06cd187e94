#include "refactor/multistage/ecosystems/node_plain.h"

#include <algorithm>

#include "refactor/multistage/copies.h"
#include "refactor/multistage/ecosystems/node_modules.h"
#include "refactor/multistage/ecosystems/node_order.h"
#include "refactor/multistage/ecosystems/node_sources.h"
#include "refactor/paths.h"

namespace slipway::refactor::multistage::node {

namespace {

bool brings_only_manifests(const Step& step) {
  return std::all_of(step.sources.begin(), step.sources.end(), [](const std::string& source) { return is_manifest(source); });
}

bool moves_modules(const Action& action) { return !action.operands.empty() && base_name(action.operands.front()) == "node_modules"; }

/// A command of the builder besides installs that may look at the sources.
bool builder_reads_sources(const Facts& facts, const Project& project, std::size_t after) {
  for (std::size_t i = after; i < facts.actions.size(); ++i) {
    for (std::size_t c = 0; c < facts.actions[i].size(); ++c) {
      const Act act = facts.actions[i][c].act;
      const bool works =
          act == Act::Check || act == Act::Unknown || act == Act::Build || (act == Act::CopyFiles && !moves_modules(facts.actions[i][c]));
      if (works && is_under(facts.step(i).commands[c].folder, project.image_folder)) return true;
    }
  }
  return false;
}

/// A download that names no file leaves one in its folder, unless it goes to a pipe or is a script that is run.
bool leaves_unnamed_file(const CommandUse& use) {
  if (use.program() == "curl") return has_word(use.words(), "-O") || has_word(use.words(), "--remote-name");
  return use.program() == "wget" || use.program() == "git";
}

/// A command up to the last install puts files into the project that no COPY brings: an archive unpacked, a file written.
bool builder_makes_sources(const Facts& facts, const Project& project) {
  const auto is_ours = [&](const std::string& path) {
    const auto name = base_name(path);
    return is_under(path, project.image_folder) && name != "node_modules" && name != ".npmrc" && name != ".yarnrc";
  };
  for (std::size_t i = 0; i <= project.installs.back().step && i < facts.actions.size(); ++i) {
    for (std::size_t c = 0; c < facts.actions[i].size(); ++c) {
      const Action& action = facts.actions[i][c];
      const bool makes =
          action.act == Act::Unpack || action.act == Act::Download || action.act == Act::Write || action.act == Act::CopyFiles;
      if (!makes || moves_modules(action)) continue;
      const CommandUse& use = facts.step(i).commands[c];
      if (action.operands.empty() ? leaves_unnamed_file(use) && is_ours(use.folder) : is_ours(action.operands.back())) return true;
    }
  }
  return false;
}

bool belongs_to(const Step& step, const Project& project) {
  return is_under(step.destination, project.image_folder) || is_under(project.image_folder, step.destination);
}

/// A COPY of the final stage that brings package.json too.
bool final_copy_brings_manifest(const Facts& facts, const Project& project, const Evidence& evidence) {
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    const auto side = evidence.sides.find(i);
    const bool final = side == evidence.sides.end() ? i > evidence.last_build : side->second.side != Side::Builder;
    if (final && !brings_only_manifests(facts.step(i)) && copies_entry(facts.step(i), facts.workspace, project.in_context("package.json")))
      return true;
  }
  return false;
}

}  // namespace

bool can_leave_sources(const Facts& facts, const Project& project) {
  if (project.installs.empty() || install_needs_sources(facts, project) || builder_makes_sources(facts, project)) return false;
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    const Step& step = facts.step(i);
    if (step.from_context && belongs_to(step, project) && !brings_only_manifests(step)) return !builder_reads_sources(facts, project, i);
  }
  return true;
}

void take_plain_project(const Facts& facts, const Project& project, Evidence& evidence) {
  const std::size_t install = project.installs.back().step;
  const std::size_t early = early_sources(facts, project);
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    const Step& step = facts.step(i);
    if (!step.from_context || !belongs_to(step, project)) continue;
    if (brings_only_manifests(step)) {
      evidence.sides[i] = {Side::Builder, "manifests for the install"};
    } else if (i == early || i > project.installs.front().step) {
      evidence.sides[i] = {Side::Final, "sources that run as they are"};
    } else {
      evidence.sides[i] = {Side::Both, "the install and the program may read it"};
    }
  }
  if (early < facts.walk.steps.size()) {
    evidence.insertions.push_back(
        {early, manifest_lines(facts, project, early), "dependencies are installed again only when the manifests change"});
    if (!project.readable) {
      evidence.note(
          Weight::Assumption, "order", facts.step(install).line,
          "The manifests now come before the sources; package.json could not be read, so check that no install script needs the sources.");
    }
  }
  for (std::size_t i = 0; i <= install; ++i) {
    const bool manifest = facts.step(i).from_context && belongs_to(facts.step(i), project) && brings_only_manifests(facts.step(i));
    if (manifest && !final_copy_brings_manifest(facts, project, evidence))
      evidence.sides[i] = {Side::Both, "the program's manifest is read at run time too"};
  }
  if (facts.workspace.present()) {
    const SourceFacts sources = read_sources(facts, project, {});
    if (sources.writes_files) evidence.root_reason = "the program writes files";
    if (sources.low_port > 0) evidence.root_reason = "the program listens on port " + std::to_string(sources.low_port);
  } else {
    evidence.note(Weight::Assumption, "sources", 0,
                  "The program's sources could not be read. Check that it needs nothing that the slim image lacks.");
  }
}

void take_plain_modules(const Facts& facts, const Project& project, Evidence& evidence) {
  const std::size_t install = project.installs.back().step;
  const std::string modules = modules_folder(facts, project);
  const std::string& user = facts.step(install).user;
  const bool own = !user.empty() && user != "root" && user != "0" && user.find('$') == std::string::npos;
  evidence.artifacts.push_back({modules, modules, true, install,
                                own ? (user.find(':') == std::string::npos ? user + ":" + user : user) : std::string(),
                                "packages that the program loads"});
}

}  // namespace slipway::refactor::multistage::node
