#include "refactor/multistage/run_placement.h"

#include <algorithm>

#include "catalog/packages.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

namespace {

/// What one command asks for.
struct Wish {
  bool builder = false;
  bool final = false;
  bool by_text = false;  ///< the final stage may take the command as it is written
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
    evidence.note(Weight::Assumption, "shared-libraries", step.line,
                  package + " was installed for the build; install the package with its shared library in the final stage if the program loads it.");
  } else if (found.front() != "-" && facts.base.certainty == catalog::Certainty::Assumed) {
    evidence.note(Weight::Assumption, "shared-libraries", step.line,
                  "The names of the shared libraries' packages are those of " + facts.base.release + "; check them when the base stands on another release.");
  }
}

Wish place_packages(const Facts& facts, std::size_t step, const Action& action, Evidence& evidence, std::vector<std::string>& at_run_time) {
  Wish wish;
  for (const std::string& written : action.operands) {
    const std::string package(catalog::package_name(written));
    catalog::PackageSide side = catalog::package_side(package);
    const bool runs = runs_program(facts, evidence, package);
    if (package.empty() || package.front() == '/' || package.front() == '.') side = catalog::PackageSide::Build;
    if (action.temporary || removed_later(facts, step, package)) side = catalog::PackageSide::Build;
    if (runs && (side == catalog::PackageSide::Either || side == catalog::PackageSide::Build)) side = catalog::PackageSide::Run;
    if (side == catalog::PackageSide::Either) side = catalog::PackageSide::Build;
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

bool is_builder_folder(const Facts& facts, const Evidence& evidence, const std::string& written) {
  const std::string path = join_path(written, "");
  for (const Artifact& artifact : evidence.artifacts) {
    if (is_under(artifact.from, path) || is_under(path, artifact.from)) return true;
  }
  for (std::size_t i = 0; i <= evidence.last_build && i < facts.actions.size(); ++i) {
    for (std::size_t c = 0; c < facts.actions[i].size(); ++c) {
      const Act act = facts.actions[i][c].act;
      const bool works = act == Act::Dependencies || act == Act::Build;
      if (works && path != "/" && (is_under(facts.step(i).commands[c].folder, path))) return true;
    }
  }
  return path.substr(0, 5) == "/tmp/" || path.substr(0, 6) == "/root/";
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
    if (step.destination == path) return true;
  }
  return false;
}

Wish place_paths(const Facts& facts, const Action& action, const Evidence& evidence, const Placements& placed) {
  Wish wish;
  for (const std::string& operand : action.operands) {
    const bool builder = is_builder_folder(facts, evidence, operand) && !is_final_file(facts, placed, join_path(operand, ""));
    (builder ? wish.builder : wish.final) = true;
  }
  wish.by_text = wish.final && !wish.builder;
  if (wish.builder) wish.final = false;
  return wish;
}

Wish wish_of(const Facts& facts, std::size_t step, std::size_t command, Evidence& evidence, const Placements& placed, std::vector<std::string>& packages) {
  const Action& action = facts.actions[step][command];
  switch (action.act) {
    case Act::InstallPackages: return place_packages(facts, step, action, evidence, packages);
    case Act::MakeUser: return {false, true, true};
    case Act::MakeFolder:
    case Act::Permissions: return place_paths(facts, action, evidence, placed);
    case Act::Link:
    case Act::Write: {
      if (action.operands.empty()) return {true, false, false};
      Action target = action;
      target.operands = {action.operands.back()};
      return place_paths(facts, target, evidence, placed);
    }
    case Act::InstallTool: {
      for (const std::string& tool : action.operands) {
        const std::string_view name = std::string_view(tool).substr(0, tool.find('@', 1));
        if (has_word(evidence.tools, name)) return {false, true, true};
      }
      return {true, false, false};
    }
    case Act::EnableTool: return {true, has_word(evidence.tools, "corepack"), true};
    case Act::Dependencies:
    case Act::Build:
    case Act::Check:
    case Act::Settings:
    case Act::Unknown:
    case Act::Download:
    case Act::Unpack:
    case Act::CopyFiles:
    case Act::Certificates: return {true, false, false};
    case Act::Nothing:
    case Act::UpdatePackages:
    case Act::RemovePackages:
    case Act::Remove: return {};
  }
  return {};
}

void note_unknown(const Facts& facts, std::size_t step, Evidence& evidence) {
  for (std::size_t c = 0; c < facts.actions[step].size(); ++c) {
    if (facts.actions[step][c].act != Act::Unknown) continue;
    const CommandUse& use = facts.step(step).commands[c];
    evidence.note(Weight::Assumption, "command", facts.walk.analysis->line_of(use.range.begin),
                  "`" + std::string(use.program()) + "` is not known here; it stays in the builder. What it makes outside of the copied files is not in the final image.");
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
  for (const std::string_view word : split_words(line.text().substr(begin, end - begin))) out += (out.empty() ? "" : " ") + std::string(word);
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
    if (wish.final && wish.by_text) commands.push_back(command_text(facts.step(step), facts.step(step).commands[c], *facts.walk.analysis));
    const Act act = facts.actions[step][c].act;
    updates = updates || act == Act::UpdatePackages || (act == Act::InstallPackages && facts.base.family == catalog::Family::Alpine);
    installs = installs || act == Act::InstallPackages;
  }
  note_unknown(facts, step, evidence);
  placed.family_bound = placed.family_bound || (all.final && (installs ? !packages.empty() : has_act(facts, step, Act::MakeUser)));
  if (all.final && !all.builder && (!installs || updates)) {
    placed.steps[step] = {Side::Final, "only the running container needs it"};
    return;
  }
  for (const std::string& package : packages) add_unique(evidence.packages, package);
  placed.steps[step] = {Side::Builder, all.builder ? "the build needs it" : "the final image does not need it"};
  if (commands.empty()) return;
  placed.steps[step] = {Side::Both, "the build needs one part, the running container another"};
  placed.rewritten[step] = "RUN " + join(commands, " && ");
}

}  // namespace slipway::refactor::multistage
