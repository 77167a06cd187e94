#include "refactor/multistage/needs.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "catalog/packages.h"
#include "refactor/multistage/copies.h"
#include "refactor/multistage/run_placement.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

using catalog::Family;
using syntax::Keyword;

namespace {

/// A new user's name in images that bring none.
constexpr std::string_view new_user = "app";

bool is_artifact(const Evidence& evidence, const StartedProgram& program) {
  return std::any_of(evidence.artifacts.begin(), evidence.artifacts.end(), [&program](const Artifact& artifact) {
    return program.path.empty() ? base_name(artifact.to) == program.name || (artifact.folder && artifact.to == "/go/bin")
                                : is_under(program.path, artifact.to);
  });
}

/// A file that a COPY or ADD of the final stage puts there.
bool is_copied(const Facts& facts, const Placements& placed, const StartedProgram& program) {
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    const Step& step = facts.step(i);
    if (step.destination.empty() || placed.steps[i].side == Side::Builder) continue;
    if (!program.path.empty() && is_under(program.path, step.destination)) return true;
    if (base_name(step.destination) == program.name) return true;
    for (const std::string& source : step.sources) {
      if (base_name(source) == program.program()) return true;
    }
  }
  return false;
}

bool is_installed(const Facts& facts, const Placements& placed, const Evidence& evidence, const std::string& package) {
  if (has_word(evidence.packages, package)) return true;
  for (std::size_t i = 0; i < facts.actions.size(); ++i) {
    if (placed.steps[i].side == Side::Builder || placed.rewritten.count(i) > 0) continue;
    for (const Action& action : facts.actions[i]) {
      if (action.act == Act::InstallPackages && has_word(action.operands, package)) return true;
    }
  }
  return false;
}

/// Packages that a RUN of the final stage installs need no line of ours.
void drop_installed(const Facts& facts, const Placements& placed, Evidence& evidence) {
  std::vector<std::string> wanted;
  wanted.swap(evidence.packages);
  for (const std::string& package : wanted) {
    if (!is_installed(facts, placed, evidence, package)) add_unique(evidence.packages, package);
  }
}

class PackageFinder {
 public:
  PackageFinder(const Facts& facts, const FinalBase& base, const Placements& placed, Evidence& evidence)
      : facts_(facts), base_(base), placed_(placed), evidence_(evidence) {}

  void look_at(const StartedProgram& program) {
    const std::string name = program.program();
    if (name.empty() || name.front() == '$' || is_artifact(evidence_, program) || is_copied(facts_, placed_, program)) return;
    if (brings_by_itself(name, program.by) || catalog::base_has_program(base_.family, name)) return;
    const std::string package = catalog::package_of_program(name, base_.family);
    if (is_installed(facts_, placed_, evidence_, package) || is_installed(facts_, placed_, evidence_, name)) return;
    const bool elsewhere =
        !program.path.empty() && (parent_of(program.path) == "/usr/local/bin" || !is_path_folder(parent_of(program.path)));
    if (elsewhere || catalog::package_side(package) == catalog::PackageSide::Unknown) {
      if (program.by == StartedBy::Script && program.path.empty()) return;  // a function of the script, or a word of the shell
      evidence_.note(Weight::Assumption, "program", program.line,
                     "`" + name + "` is started, but nothing seen brings it into the final stage.");
      return;
    }
    add_unique(evidence_.packages, package);
    evidence_.note(Weight::Information, "program", program.line,
                   "`" + name + "` runs in the container, so " + package + " is installed in the final stage.");
  }

 private:
  /// Programs of the language's own image; what the command starts is the ecosystem's business, tools of node_modules among it.
  [[nodiscard]] bool brings_by_itself(const std::string& name, StartedBy by) const {
    if (evidence_.base.empty()) return false;
    for (const std::string_view own : {"node", "npm", "npx", "yarn", "yarnpkg", "corepack", "bun", "bunx", "pnpm"}) {
      if (name == own) return true;
    }
    return by == StartedBy::Command || (by == StartedBy::Script && catalog::package_side(name) == catalog::PackageSide::Unknown);
  }

  const Facts& facts_;
  const FinalBase& base_;
  const Placements& placed_;
  Evidence& evidence_;
};

int lowest_port(const Facts& facts) {
  int lowest = 65536;
  for (const Step& step : facts.walk.steps) {
    if (step.keyword() != Keyword::Expose) continue;
    for (const syntax::Word& word : step.syntax().words) {
      const int port = std::atoi(put_in(word.text, step.environment).c_str());
      if (port > 0) lowest = std::min(lowest, port);
    }
  }
  return lowest;
}

/// Why the service keeps root's rights; empty when it needs none.
std::string reason_for_root(const Facts& facts, const Evidence& evidence) {
  if (const int port = lowest_port(facts); port < 1024) return "it listens on port " + std::to_string(port);
  if (!evidence.root_reason.empty()) return evidence.root_reason;
  for (const Step& step : facts.walk.steps) {
    if (step.keyword() == Keyword::Volume) return "it writes to a volume, which belongs to root";
  }
  for (const StartedProgram& program : facts.start.programs) {
    const std::string name = program.program();
    for (const std::string_view own : {"gosu", "su-exec", "supervisord", "cron", "crond", "sshd", "apachectl", "nginx"}) {
      if (name == own) return name + " chooses its user itself";
    }
  }
  return {};
}

bool is_taken(const Facts& facts, const Placements& placed, const Evidence& evidence, const std::string& path) {
  StartedProgram program;
  program.name = path;
  program.path = path;
  return is_artifact(evidence, program) || is_copied(facts, placed, program);
}

/// The step of the builder that downloads or copies a program to the path, or to a folder of PATH under the name; none otherwise.
std::optional<std::pair<std::size_t, std::string>> made_by_command(const Facts& facts, const Placements& placed,
                                                                   const StartedProgram& program) {
  for (std::size_t i = 0; i < facts.actions.size(); ++i) {
    if (placed.steps[i].side == Side::Final) continue;
    for (const Action& action : facts.actions[i]) {
      const bool makes = action.act == Act::Download || action.act == Act::CopyFiles || action.act == Act::Write || action.act == Act::Link;
      if (!makes || action.operands.empty()) continue;
      const std::string target = join_path(action.operands.back(), "");
      const bool by_name = program.path.empty() && is_path_folder(parent_of(target)) && base_name(target) == program.name;
      if (target == program.path || by_name) return std::make_pair(i, target);
    }
    for (const Action& action : facts.actions[i]) {
      if (action.act != Act::Unpack || action.operands.empty() || action.operands.front() == "/") continue;
      const std::string& folder = action.operands.front();
      if (!program.path.empty() && program.path != folder && is_under(program.path, folder)) return std::make_pair(i, program.path);
    }
  }
  return std::nullopt;
}

/// True when a RUN calls a program by this name.
bool builder_calls(const Facts& facts, std::string_view name) {
  for (const Step& step : facts.walk.steps) {
    for (const CommandUse& use : step.commands) {
      if (use.program() == name) return true;
    }
  }
  return false;
}

/// Programs that were downloaded into a folder of PATH, and that no RUN calls, are for the running container.
void add_downloads(const Facts& facts, const Placements& placed, Evidence& evidence) {
  for (std::size_t i = 0; i < facts.actions.size(); ++i) {
    if (placed.steps[i].side == Side::Final) continue;
    for (const Action& action : facts.actions[i]) {
      if (action.act != Act::Download || action.operands.empty()) continue;
      const std::string& file = action.operands.front();
      if (!is_path_folder(parent_of(file)) || builder_calls(facts, base_name(file)) || is_taken(facts, placed, evidence, file)) continue;
      evidence.artifacts.push_back({file,
                                    file,
                                    false,
                                    facts.actions.size() > i + 1 && has_act(facts, i + 1, Act::Permissions) ? i + 1 : i,
                                    {},
                                    "it was downloaded, and no build step calls it"});
      evidence.note(Weight::Assumption, "download", facts.step(i).line,
                    file + " was downloaded and is taken along; leave it out when only the build needs it.");
    }
  }
}

}  // namespace

void add_started_files(const Facts& facts, const Placements& placed, Evidence& evidence) {
  add_downloads(facts, placed, evidence);
  for (const std::string& script : facts.start.scripts) {
    if (!is_taken(facts, placed, evidence, script))
      evidence.artifacts.push_back({script, script, false, evidence.last_build, {}, "the container starts it"});
  }
  for (const StartedProgram& program : facts.start.programs) {
    if (is_artifact(evidence, program) || is_copied(facts, placed, program)) continue;
    const bool from_context = !program.path.empty() && content_at(facts.walk, facts.workspace, program.path).has_value();
    if (const auto made = made_by_command(facts, placed, program)) {
      evidence.artifacts.push_back({made->second, made->second, false, made->first, {}, "the container starts it"});
      const bool binary = program.path.empty() || extension_of(program.path) != ".sh";
      if (binary && evidence.libc != catalog::Libc::Glibc) {
        evidence.note(Weight::Assumption, "download", facts.step(made->first).line,
                      "Check that " + made->second + " runs on the final stage's base: it may need another C library.");
      }
    } else if (from_context) {
      evidence.artifacts.push_back({program.path, program.path, false, evidence.last_build, {}, "the container starts it"});
    }
  }
}

void add_missing_packages(const Facts& facts, const FinalBase& base, const Placements& placed, Evidence& evidence) {
  PackageFinder finder(facts, base, placed, evidence);
  for (const StartedProgram& program : facts.start.programs) finder.look_at(program);
  for (const std::string& name : evidence.programs) {
    StartedProgram program;
    program.by = StartedBy::Wrapper;
    program.name = name;
    if (name.find('/') != std::string::npos) program.path = name;
    finder.look_at(program);
  }
  for (const std::string& shell : facts.start.interpreters) {
    if (!catalog::base_has_program(base.family, shell) && !is_installed(facts, placed, evidence, shell))
      add_unique(evidence.packages, shell);
  }
  drop_installed(facts, placed, evidence);
  if (evidence.wants_certificates && !base.has_certificates && !is_installed(facts, placed, evidence, "ca-certificates")) {
    if (evidence.base.empty()) add_unique(evidence.packages, "ca-certificates");
  }
  if (evidence.wants_time_zones && !base.has_time_zones && !is_installed(facts, placed, evidence, "tzdata"))
    add_unique(evidence.packages, "tzdata");
}

UserPlan plan_user(const Facts& facts, const FinalBase& base, Evidence& evidence) {
  const bool has_user =
      std::any_of(facts.walk.steps.begin(), facts.walk.steps.end(), [](const Step& step) { return step.keyword() == Keyword::User; });
  if (has_user) return {};
  const std::string reason = reason_for_root(facts, evidence);
  if (!reason.empty()) {
    evidence.note(Weight::Information, "root", facts.start.line,
                  "The service stays root as before, since " + reason + ". Give it a user of its own if you can.");
    return {};
  }
  if (!facts.workspace.present()) {
    evidence.note(Weight::Assumption, "user", facts.start.line,
                  "The service now runs without root's rights. Check that it writes no files outside of /tmp.");
  }
  if (base.user_is_default) return {};
  if (!base.user.empty()) return {{}, base.user};
  const std::string create = catalog::add_user_line(base.family, new_user);
  if (create.empty()) return {};
  return {create, std::string(new_user)};
}

}  // namespace slipway::refactor::multistage
