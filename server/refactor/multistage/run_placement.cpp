#include "refactor/multistage/run_placement.h"

#include <algorithm>

#include "catalog/packages.h"
#include "refactor/multistage/copies.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

namespace {

/// What one command asks for.
struct Wish {
  bool builder = false;
  bool final = false;
  bool by_text = false;  ///< the final stage may take the command as it is written
  std::string text;      ///< what the final stage runs instead; empty: the command as it is written
};

bool removed_later(const Facts& facts, std::size_t step, const std::string& package) {
  for (std::size_t i = step; i < facts.actions.size(); ++i) {
    for (const Action& action : facts.actions[i]) {
      if (action.act == Act::RemovePackages && has_word(action.operands, package)) return true;
    }
  }
  return false;
}

void add_shared_libraries(const Facts& facts, const Step& step, const std::string& package, Evidence& evidence) {
  const bool links = evidence.libc != catalog::Libc::None;
  const bool headers = package.size() > 4 && package.substr(package.size() - 4) == "-dev";
  if (!links || !headers) return;
  const auto found = catalog::run_time_packages(package, facts.base.family, facts.base.release);
  for (const std::string& library : found) {
    if (library != "-") add_unique(evidence.packages, library);
  }
  if (found.empty()) {
    evidence.note(
        Weight::Assumption, "shared-libraries", step.line,
        package + " was installed for the build; install the package with its shared library in the final stage if the program loads it.");
  } else if (found.front() != "-" && facts.base.certainty == catalog::Certainty::Assumed) {
    evidence.note(Weight::Assumption, "shared-libraries", step.line,
                  "The names of the shared libraries' packages are those of " + facts.base.release +
                      "; check them when the base stands on another release.");
  }
}

Wish place_packages(const Facts& facts, std::size_t step, const Action& action, Evidence& evidence, std::vector<std::string>& at_run_time) {
  Wish wish;
  for (const std::string& written : action.operands) {
    const std::string package(catalog::package_name(written));
    catalog::PackageSide side = catalog::package_side(package);
    const bool runs = runs_program(facts, evidence, package);
    const bool in_base = !evidence.base.empty() && (package == "nodejs" || package == "npm");
    if (package.empty() || package.front() == '/' || package.front() == '.') side = catalog::PackageSide::Build;
    if (action.temporary || removed_later(facts, step, package)) side = catalog::PackageSide::Build;
    if (runs && (side == catalog::PackageSide::Either || side == catalog::PackageSide::Build)) side = catalog::PackageSide::Run;
    if (side == catalog::PackageSide::Either || in_base) side = catalog::PackageSide::Build;
    if (side == catalog::PackageSide::Unknown && !runs) {
      evidence.note(Weight::Assumption, "packages", facts.step(step).line,
                    package + " is not known here, so it is installed in the final stage too. Leave it out when only the build needs it.");
      wish.builder = true;
    }
    if (side == catalog::PackageSide::Everywhere) {
      (package == "tzdata" ? evidence.wants_time_zones : evidence.wants_certificates) = true;
      wish.builder = true;
    } else if (side == catalog::PackageSide::Build) {
      wish.builder = true;
      add_shared_libraries(facts, facts.step(step), package, evidence);
    } else {
      wish.final = true;
      at_run_time.push_back(written);
    }
  }
  return wish;
}

/// True when a command that installs, builds or downloads names the path.
bool build_names(const Facts& facts, const std::string& path) {
  for (std::size_t i = 0; i < facts.actions.size(); ++i) {
    for (std::size_t c = 0; c < facts.actions[i].size(); ++c) {
      const Act act = facts.actions[i][c].act;
      if (act == Act::MakeFolder || act == Act::Permissions || act == Act::Nothing) continue;
      const bool makes = act == Act::Download || act == Act::CopyFiles || act == Act::Unpack;
      if (makes && has_word(facts.actions[i][c].operands, path)) return true;
      const CommandUse& use = facts.step(i).commands[c];
      for (const std::string& word : use.words()) {
        if (!word.empty() && word.front() != '-' && is_under(join_path(use.folder, word), path)) return true;
      }
    }
  }
  return false;
}

/// A folder or file that the builder makes or works in; what is only prepared for the running program is not.
bool is_builder_path(const Facts& facts, const Evidence& evidence, const std::string& path) {
  if (path.substr(0, 5) == "/tmp/" || path.substr(0, 6) == "/root/") return true;
  for (const Artifact& artifact : evidence.artifacts) {
    if (is_under(artifact.from, path) || is_under(path, artifact.from)) return true;
  }
  for (std::size_t i = 0; i <= evidence.last_build && i < facts.actions.size(); ++i) {
    for (std::size_t c = 0; c < facts.actions[i].size(); ++c) {
      const Act act = facts.actions[i][c].act;
      const bool works = act == Act::Dependencies || act == Act::Build;
      if (works && path != "/" && is_under(facts.step(i).commands[c].folder, path)) return true;
    }
  }
  const auto source = context_path(facts.walk, facts.workspace, path);
  return (source && facts.workspace.exists(*source)) || build_names(facts, path);
}

bool is_folder_source(const Facts& facts, const std::string& source) {
  const std::string tidy = tidy_relative(source);
  return tidy.empty() || source.back() == '/' || facts.workspace.is_folder(tidy);
}

/// True for a file that a COPY of the final stage brings.
bool is_final_file(const Facts& facts, const Placements& placed, const std::string& path) {
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    const Step& step = facts.step(i);
    if (step.destination.empty() || placed.steps[i].side == Side::Builder) continue;
    for (const std::string& source : step.sources) {
      if (join_path(step.destination, base_name(source)) == path) return true;
    }
    for (const InlineFile& file : step.inline_files) {
      if (file.path == path) return true;
    }
    const bool file = !step.into_folder && step.sources.size() == 1 && !is_folder_source(facts, step.sources.front());
    if (file && step.destination == path) return true;
  }
  // Below a folder of sources that goes to the final stage alone.
  const auto source = context_path(facts.walk, facts.workspace, path);
  bool builder = false;
  bool final = false;
  for (std::size_t i = 0; source && i < facts.walk.steps.size(); ++i) {
    if (!copies_entry(facts.step(i), facts.workspace, *source)) continue;
    builder = builder || placed.steps[i].side != Side::Final;
    final = final || placed.steps[i].side == Side::Final;
  }
  return final && !builder;
}

/// Folders below a path that were made for the running program alone, up to a step.
std::vector<std::string> made_folders(const Facts& facts, const Evidence& evidence, std::size_t step, const std::string& path) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i <= step; ++i) {
    for (const Action& action : facts.actions[i]) {
      if (action.act != Act::MakeFolder) continue;
      for (const std::string& operand : action.operands) {
        const std::string folder = join_path(operand, "");
        if (folder != path && is_under(folder, path) && !is_builder_path(facts, evidence, folder)) out.push_back(folder);
      }
    }
  }
  return out;
}

Wish place_paths(const Facts& facts, std::size_t step, const Action& action, const Evidence& evidence, const Placements& placed) {
  Wish wish;
  for (const std::string& operand : action.operands) {
    const std::string path = join_path(operand, "");
    const bool builder = is_builder_path(facts, evidence, path) && !is_final_file(facts, placed, path);
    (builder ? wish.builder : wish.final) = true;
  }
  wish.by_text = wish.final && !wish.builder;
  if (!wish.builder) return wish;
  wish.final = false;
  // The folder in which the program works belonged to its user; what is copied into it gets its owner by --chown.
  if (action.owner.empty() || !has_word(action.operands, facts.walk.folder) || facts.walk.folder == "/") return wish;
  wish.final = true;
  wish.by_text = true;
  wish.text = "mkdir -p " + facts.walk.folder + " && chown " + action.owner + " " + facts.walk.folder;
  for (const std::string& folder : made_folders(facts, evidence, step, facts.walk.folder)) wish.text += " " + folder;
  return wish;
}

/// True when the builder must know a user by name: it copies, owns or runs something as one.
bool builder_names_user(const Facts& facts, const Evidence& evidence) {
  const auto named = [](std::string_view owner) {
    const std::string_view user = owner.substr(0, owner.find(':'));
    return !user.empty() && !is_digit(user.front()) && user != "root" && user != "node";
  };
  for (std::size_t i = 0; i <= evidence.last_build && i < facts.walk.steps.size(); ++i) {
    const Step& step = facts.step(i);
    const syntax::Flag* owner = step.syntax().flag("chown");
    if ((owner != nullptr && owner->value && named(*owner->value)) || named(step.user)) return true;
  }
  for (const auto& actions : facts.actions) {
    for (const Action& action : actions) {
      if (action.act == Act::Permissions && named(action.owner)) return true;
    }
  }
  return false;
}

/// True when a later command of the builder may need the packages that a step installs.
bool builder_may_run(const Facts& facts, const Evidence& evidence, std::size_t step, const std::vector<std::string>& packages) {
  for (std::size_t i = step; i < facts.actions.size() && i <= evidence.last_build; ++i) {
    for (std::size_t c = 0; c < facts.actions[i].size(); ++c) {
      const Act act = facts.actions[i][c].act;
      if (act == Act::Check || act == Act::Unknown) return true;
      if (act == Act::InstallPackages || act == Act::UpdatePackages) continue;
      const std::string program(facts.step(i).commands[c].program());
      if (has_word(packages, program) || has_word(packages, catalog::package_of_program(program, facts.base.family))) return true;
    }
  }
  return false;
}

/// True when the builder calls a program by this name, or a package manager is meant, which every build calls.
bool builder_runs(const Facts& facts, const Evidence& evidence, std::string_view name) {
  if (name == "npm" || name == "yarn" || name == "pnpm") return true;
  for (std::size_t i = 0; i <= evidence.last_build && i < facts.walk.steps.size(); ++i) {
    for (const CommandUse& use : facts.step(i).commands) {
      if (use.program() == name) return true;
    }
  }
  return false;
}

Wish wish_of(const Facts& facts, std::size_t step, std::size_t command, Evidence& evidence, const Placements& placed,
             std::vector<std::string>& packages) {
  const Action& action = facts.actions[step][command];
  if (facts.step(step).commands[command].from_recipe) return {action.act != Act::Nothing, false, false, {}};
  switch (action.act) {
    case Act::InstallPackages: return place_packages(facts, step, action, evidence, packages);
    case Act::MakeUser: return {builder_names_user(facts, evidence), true, true, {}};
    case Act::MakeFolder:
    case Act::Permissions: return place_paths(facts, step, action, evidence, placed);
    case Act::Link:
    case Act::Write: {
      if (action.operands.empty()) return {true, false, false, {}};
      Action target = action;
      target.operands = {action.operands.back()};
      return place_paths(facts, step, target, evidence, placed);
    }
    case Act::InstallTool: {
      for (const std::string& tool : action.operands) {
        const std::string_view name = std::string_view(tool).substr(0, tool.find('@', 1));
        if (has_word(evidence.tools, name)) return {builder_runs(facts, evidence, base_name(name)), true, true, {}};
      }
      return {true, false, false, {}};
    }
    case Act::EnableTool: return {true, has_word(evidence.tools, "corepack"), true, {}};
    case Act::Dependencies:
    case Act::Build:
    case Act::Check:
    case Act::Settings:
    case Act::Unknown:
    case Act::Download:
    case Act::Unpack:
    case Act::CopyFiles: return {true, false, false, {}};
    case Act::Certificates:
      add_unique(evidence.programs, std::string(facts.step(step).commands[command].program()));
      return {true, true, true, {}};
    case Act::Nothing:
    case Act::UpdatePackages:
    case Act::RemovePackages:
    case Act::Remove: return {};
  }
  return {};
}

bool has_only_users(const Facts& facts, std::size_t step) {
  const auto& actions = facts.actions[step];
  return std::all_of(actions.begin(), actions.end(),
                     [](const Action& action) { return action.act == Act::MakeUser || action.act == Act::Nothing; });
}

void note_unknown(const Facts& facts, std::size_t step, Evidence& evidence) {
  for (std::size_t c = 0; c < facts.actions[step].size(); ++c) {
    if (facts.actions[step][c].act != Act::Unknown) continue;
    const CommandUse& use = facts.step(step).commands[c];
    evidence.note(Weight::Assumption, "command", facts.walk.analysis->line_of(use.range.begin),
                  "`" + std::string(use.program()) +
                      "` is not known here; it stays in the builder. What it makes outside of the copied files is not in the final image.");
  }
}

}  // namespace

bool runs_program(const Facts& facts, const Evidence& evidence, std::string_view name) {
  for (const StartedProgram& program : facts.start.programs) {
    const std::string started = program.program();
    if (started == name || catalog::package_of_program(started, facts.base.family) == name) return true;
  }
  for (const std::string& program : evidence.programs) {
    if (base_name(program) == name || catalog::package_of_program(base_name(program), facts.base.family) == name) return true;
  }
  return has_word(facts.start.interpreters, name);
}

std::string command_text(const Step& step, const CommandUse& use, const semantic::Analysis& analysis) {
  const text::TextRange relative = use.command->range;
  const syntax::LogicalLine& line = step.syntax().line;
  if (relative.end > step.syntax().head.end) return std::string(trim(analysis.source.slice(use.range)));
  const text::Offset begin = line.from_source(relative.begin);
  const text::Offset end = line.from_source(relative.end);
  std::string out;
  for (const std::string_view word : split_words(line.text().substr(begin, end - begin)))
    out += (out.empty() ? "" : " ") + std::string(word);
  return out;
}

void place_run(const Facts& facts, std::size_t step, Evidence& evidence, Placements& placed) {
  Wish all;
  std::vector<std::string> packages;
  std::vector<std::string> commands;
  bool updates = false;
  bool installs = false;
  for (std::size_t c = 0; c < facts.actions[step].size(); ++c) {
    const Wish wish = wish_of(facts, step, c, evidence, placed, packages);
    all.builder = all.builder || wish.builder;
    all.final = all.final || wish.final;
    if (wish.final && wish.by_text) {
      commands.push_back(wish.text.empty() ? command_text(facts.step(step), facts.step(step).commands[c], *facts.walk.analysis)
                                           : wish.text);
    }
    const Act act = facts.actions[step][c].act;
    updates = updates || act == Act::UpdatePackages || (act == Act::InstallPackages && facts.base.family == catalog::Family::Alpine);
    installs = installs || act == Act::InstallPackages;
  }
  note_unknown(facts, step, evidence);
  placed.family_bound = placed.family_bound || (all.final && (installs ? !packages.empty() : has_act(facts, step, Act::MakeUser)));
  if (all.final && !all.builder && (!installs || updates)) {
    const bool both = !packages.empty() && builder_may_run(facts, evidence, step, packages);
    placed.steps[step] =
        both ? Placement{Side::Both, "the builder may run it too"} : Placement{Side::Final, "only the running container needs it"};
    return;
  }
  if (all.final && has_only_users(facts, step)) {
    placed.steps[step] = {Side::Both, "both sides name the user"};
    return;
  }
  for (const std::string& package : packages) add_unique(evidence.packages, package);
  placed.steps[step] = {Side::Builder, all.builder ? "the build needs it" : "the final image does not need it"};
  if (commands.empty()) return;
  placed.steps[step] = {Side::Both, "the build needs one part, the running container another"};
  placed.rewritten[step] = "RUN " + join(commands, " && ");
}

}  // namespace slipway::refactor::multistage
