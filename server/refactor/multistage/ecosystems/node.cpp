// Node: what a project's build leaves, what its server loads at run time, and how node_modules loses its development packages.

#include <algorithm>

#include "refactor/multistage/copies.h"
#include "refactor/multistage/ecosystems/ecosystem.h"
#include "refactor/multistage/ecosystems/node_base.h"
#include "refactor/multistage/ecosystems/node_modules.h"
#include "refactor/multistage/ecosystems/node_order.h"
#include "refactor/multistage/ecosystems/node_outputs.h"
#include "refactor/multistage/ecosystems/node_plain.h"
#include "refactor/multistage/ecosystems/node_sources.h"
#include "refactor/multistage/ecosystems/node_start.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

namespace {

using node::BuildResult;
using node::NodeStart;
using node::Output;
using node::OutputKind;
using node::Project;
using node::StartKind;

class NodeReader {
 public:
  explicit NodeReader(const Facts& facts)
      : facts_(facts),
        projects_(node::find_projects(facts)),
        start_(node::read_node_start(facts)),
        result_(node::find_results(facts, projects_)) {}

  Understood understand() {
    evidence_.ecosystem = "node";
    evidence_.environment_side = node::build_environment_side;
    evidence_.tools = node::started_tools(facts_, start_);
    if (auto refusal = refuse()) return *refusal;
    project_ = node::project_at(projects_, start_.path.empty() ? facts_.walk.folder : start_.path);
    if (project_ == nullptr && !start_.path.empty()) project_ = node::project_at(projects_, facts_.walk.folder);
    last_build();
    if (auto refusal = node::choose_base(facts_, start_, evidence_)) return *refusal;
    if (auto refusal = choose_way()) return *refusal;
    for (const Project& project : projects_) {
      if (!plain_ || &project != project_) node::put_manifests_first(facts_, project, evidence_);
    }
    other_needs();
    return std::move(evidence_);
  }

 private:
  [[nodiscard]] std::optional<Refusal> refuse() const {
    if (projects_.empty())
      return Refusal{RefusalCode::UnknownOutput, "Only tools are installed; no project is built here.", facts_.start.line};
    if (start_.program) return std::nullopt;
    const StartedProgram* main = facts_.start.main();
    if (main == nullptr)
      return Refusal{RefusalCode::UnknownOutput, "The file has no CMD or ENTRYPOINT, so what the image needs at run time cannot be told.",
                     facts_.start.line};
    return Refusal{RefusalCode::UnknownOutput, "The container starts `" + main->name + "`; what that needs of the project cannot be told.",
                   facts_.start.line};
  }

  /// Everything up to the last install, build, or copy of an output belongs to the builder.
  void last_build() {
    for (const Project& project : projects_) {
      for (const auto& use : project.installs) evidence_.last_build = std::max(evidence_.last_build, use.step);
      for (const auto& use : project.builds) evidence_.last_build = std::max(evidence_.last_build, use.step);
    }
    for (const Output& output : result_.outputs) evidence_.last_build = std::max(evidence_.last_build, output.step);
  }

  /// The output that the start command runs; when no tool is known to write it, the folder that the sources lack.
  const Output* started_output() {
    for (const OutputKind kind : {OutputKind::Whole, OutputKind::Modules, OutputKind::Pages}) {
      for (const Output& output : result_.outputs) {
        if (output.kind == kind && !start_.path.empty() && is_under(start_.path, output.path)) return &output;
      }
    }
    return assumed_output();
  }

  const Output* assumed_output() {
    if (start_.path.empty() || project_ == nullptr || project_->builds.empty() || result_.in_place) return nullptr;
    if (!is_under(start_.path, project_->image_folder)) return nullptr;
    const std::string_view rest = below(start_.path, project_->image_folder);
    const std::string first(rest.substr(0, rest.find('/')));
    if (first == rest || facts_.workspace.exists(project_->in_context(first))) return nullptr;
    const OutputKind kind = start_.kind == StartKind::Pages ? OutputKind::Pages : OutputKind::Modules;
    result_.outputs.push_back({join_path(project_->image_folder, first), true, kind, project_->builds.back().step, project_});
    if (facts_.workspace.present()) {
      evidence_.note(Weight::Assumption, "output", facts_.step(project_->builds.back().step).line,
                     "The build is taken to write `" + first + "`, which the container starts from and the sources do not have.");
    }
    return &result_.outputs.back();
  }

  std::optional<Refusal> choose_way() {
    const Output* output = started_output();
    if (start_.kind == StartKind::Pages) return take_pages(output);
    if (project_ == nullptr) {
      return Refusal{RefusalCode::UnknownOutput,
                     "The container starts `" + start_.program->name + "` outside of every folder in which packages are installed.",
                     facts_.start.line};
    }
    if (output != nullptr && output->kind == OutputKind::Whole) {
      take_output(*output, "the build puts everything it needs into it");
      return std::nullopt;
    }
    if (output == nullptr && starts_missing_file()) {
      return Refusal{RefusalCode::UnknownOutput,
                     "The container starts " + start_.path + ", which is neither in the sources nor made by a build that is known.",
                     facts_.start.line};
    }
    const bool builds = !project_->builds.empty() && (!result_.outputs.empty() || result_.in_place || !result_.unknown_tools.empty());
    if (!builds && start_.kind == StartKind::File && node::can_leave_sources(facts_, *project_)) {
      plain_ = true;
      evidence_.environment_side = node::plain_environment_side;
      node::take_plain_project(facts_, *project_, evidence_);
      if (loads_packages()) node::take_plain_modules(facts_, *project_, evidence_);
      prune();
      take_other_projects();
      return std::nullopt;
    }
    const bool known = facts_.workspace.present() && project_->readable && !project_->package.has_workspaces && !project_->berry;
    const bool framework = start_.kind == StartKind::Framework && start_.program->program() == "next" && !result_.outputs.empty();
    if (known && !result_.in_place && ((output != nullptr && start_.kind == StartKind::File) || framework))
      take_built_project();
    else
      take_everything(output);
    take_other_projects();
    return std::nullopt;
  }

  /// The started file is not in a readable context, and no build could have made it.
  [[nodiscard]] bool starts_missing_file() const {
    if (!facts_.workspace.present() || start_.kind != StartKind::File || start_.path.empty() || !project_->builds.empty()) return false;
    for (const std::string_view ending : {"", ".js", ".mjs", ".cjs", ".json", "/index.js", "/index.mjs"}) {
      const auto source = context_path(facts_.walk, facts_.workspace, start_.path + std::string(ending));
      if (source && facts_.workspace.exists(*source)) return false;
    }
    return !some_command_writes(start_.path);
  }

  [[nodiscard]] bool some_command_writes(const std::string& path) const {
    for (const auto& actions : facts_.actions) {
      for (const Action& action : actions) {
        const bool writes = action.act == Act::Write || action.act == Act::CopyFiles || action.act == Act::Download ||
                            action.act == Act::Unpack || action.act == Act::Unknown;
        if (writes && (action.operands.empty() || is_under(path, join_path(action.operands.back(), "")))) return true;
      }
    }
    return false;
  }

  void add_artifact(std::string path, bool folder, std::size_t step, std::string why, std::string owner = {}) {
    for (const Artifact& known : evidence_.artifacts) {
      if (known.from == path) return;
    }
    evidence_.artifacts.push_back({path, path, folder, step, std::move(owner), std::move(why)});
  }

  void take_output(const Output& output, std::string why) {
    add_artifact(output.path, output.folder, output.step, std::move(why), owner_of(output.step));
  }

  /// Files keep the owner they were made with, where that is not root.
  [[nodiscard]] std::string owner_of(std::size_t step) const {
    const std::string& user = facts_.step(step).user;
    if (user.empty() || user == "root" || user == "0" || user.find('$') != std::string::npos) return copied_owner();
    return user.find(':') == std::string::npos ? user + ":" + user : user;
  }

  /// The user that the final stage will get where the file names none.
  [[nodiscard]] std::string new_owner() const {
    const bool named = !facts_.walk.user.empty();
    const std::string user = named ? facts_.walk.user : evidence_.base_user;
    if (user.empty() || user == "root" || user == "0" || user.find('$') != std::string::npos) return {};
    return user.find(':') == std::string::npos ? user + ":" + user : user;
  }

  [[nodiscard]] std::string copied_owner() const {
    for (const Step& step : facts_.walk.steps) {
      const syntax::Flag* owner = step.keyword() == syntax::Keyword::Copy ? step.syntax().flag("chown") : nullptr;
      if (owner != nullptr && owner->value && step.from_context) return *owner->value;
      for (const CommandUse& use : step.commands) {
        const Action action = action_of(use);
        const bool owns = action.act == Act::Permissions && !action.owner.empty() && has_word(use.words(), "-R");
        if (owns && project_ != nullptr && has_word(action.operands, project_->image_folder)) return action.owner;
      }
    }
    return {};
  }

  std::optional<Refusal> take_pages(const Output* output) {
    std::vector<const Output*> pages;
    for (const Output& each : result_.outputs) {
      const bool outside = project_ == nullptr || !is_under(each.path, project_->image_folder);
      if (&each == output || (output == nullptr && start_.path.empty() && outside)) pages.push_back(&each);
    }
    if (pages.empty() && start_.path.empty()) {
      for (const Output& each : result_.outputs) pages.push_back(&each);
    }
    if (pages.empty()) {
      return Refusal{RefusalCode::UnknownOutput, "The container serves files, but which folder the build writes them to could not be told.",
                     facts_.start.line};
    }
    for (const Output* each : pages) {
      const bool named = output == each && start_.path != each->path && is_under(start_.path, each->path);
      add_artifact(named ? start_.path : each->path, true, each->step, "the pages that are served", owner_of(each->step));
    }
    const bool local_server = project_ != nullptr && evidence_.tools.empty() && project_->package.depends_on(start_.program->program());
    if (local_server) take_modules();
    return std::nullopt;
  }

  /// node_modules without development packages, with package.json, in one of two ways.
  void take_modules() {
    if (project_->installs.empty()) return;
    const std::size_t install = project_->installs.back().step;
    if (loads_packages() && node::can_install_again(facts_, *project_, result_) &&
        node::early_sources(facts_, *project_) >= facts_.walk.steps.size()) {
      evidence_.sides[node::manifest_copy(facts_, *project_)] = {Side::Both, "dependencies are installed on both sides"};
      evidence_.final_lines[install].push_back(node::second_install(facts_, project_->installs.front()));
      return;
    }
    prune();
    if (loads_packages()) {
      add_artifact(node::modules_folder(facts_, *project_), true, std::max(install, last_use()), "packages that the program loads",
                   owner_of(install));
    }
    add_artifact(join_path(project_->image_folder, "package.json"), false, std::max(install, last_use()), "the program's manifest",
                 owner_of(install));
  }

  /// node_modules is complete when builds and generators have run.
  [[nodiscard]] std::size_t last_use() const {
    std::size_t last = 0;
    for (const auto& use : project_->builds) last = std::max(last, use.step);
    return last;
  }

  [[nodiscard]] bool loads_packages() const { return node::loads_packages(*project_, start_, result_); }

  void prune() {
    const std::string command = node::prune_command(facts_, *project_, start_, result_, evidence_);
    if (command.empty()) return;
    const bool here = project_->image_folder == builder_folder();
    evidence_.builder_end.push_back("RUN " + (here ? command : "cd " + project_->image_folder + " && " + command));
  }

  /// WORKDIR in force at the builder's end.
  [[nodiscard]] std::string builder_folder() const { return facts_.step(evidence_.last_build).folder; }

  void take_built_project() {
    for (const Output& output : result_.outputs) {
      const bool next = start_.kind == StartKind::Framework && output.kind == OutputKind::Whole;
      if (output.project != project_ || next) continue;
      // next keeps its cache beside what it built.
      if (start_.kind == StartKind::Framework && owner_of(output.step).empty())
        add_artifact(output.path, output.folder, output.step, "the build writes it", new_owner());
      else
        take_output(output, "the build writes it");
    }
    take_modules();
    std::vector<std::string> outputs;
    for (const Output& output : result_.outputs) {
      if (is_under(output.path, project_->image_folder)) outputs.emplace_back(below(output.path, project_->image_folder));
    }
    const node::SourceFacts sources = node::read_sources(facts_, *project_, outputs);
    for (const std::string& entry : sources.run_time_entries) take_entry(entry);
    if (start_.kind == StartKind::Framework) take_configuration();
    take_migrations();
    if (sources.reads_files && !sources.other_entries.empty()) {
      evidence_.note(Weight::Assumption, "assets", 0,
                     "The program reads files; " + join({sources.other_entries.begin(), sources.other_entries.end()}, ", ") +
                         " is named by no source and stays behind. Copy it if the program needs it.");
    } else if (sources.reads_files) {
      evidence_.note(sources.run_time_entries.empty() ? Weight::Assumption : Weight::Information, "assets", 0,
                     "The program reads files; check that those it reads are among the copied ones.");
    }
    keep_root(sources);
  }

  void take_entry(const std::string& entry) {
    const std::string in_context = project_->in_context(entry);
    const auto path = image_path(facts_.walk, facts_.workspace, in_context);
    const std::size_t copy = first_copy_of(facts_.walk, facts_.workspace, in_context);
    if (!path || copy > evidence_.last_build) return;
    add_artifact(*path, facts_.workspace.is_folder(in_context), evidence_.last_build, "read at run time", owner_of(copy));
  }

  /// `next start` reads its configuration and static files again.
  void take_configuration() {
    for (const std::string_view name :
         {"next.config.js", "next.config.mjs", "next.config.ts", "next.config.cjs", "public", "i18n.js", "next-i18next.config.js"}) {
      if (facts_.workspace.exists(project_->in_context(name))) take_entry(std::string(name));
    }
  }

  /// Tools that change the database before the program starts read files of their own.
  void take_migrations() {
    for (const StartedProgram& program : start_.programs) {
      for (const auto& [tool, entries] : node::migration_files()) {
        if (program.program() != tool) continue;
        for (const std::string_view entry : split_words(entries)) {
          if (facts_.workspace.exists(project_->in_context(entry))) take_entry(std::string(entry));
        }
      }
    }
  }

  void keep_root(const node::SourceFacts& sources) {
    if (sources.writes_files) evidence_.root_reason = "the program writes files";
    if (sources.low_port > 0) evidence_.root_reason = "the program listens on port " + std::to_string(sources.low_port);
  }

  /// The project's folder as the builder leaves it: nothing can be missing, but sources come along.
  void take_everything(const Output* output) {
    prune();
    const std::size_t step = evidence_.last_build;
    add_artifact(project_->image_folder, true, step, "what the program reads there could not be told", owner_of(step));
    for (const Project& project : projects_) {
      const std::string modules = node::modules_folder(facts_, project);
      const bool needed = &project == project_ || project_->installs.empty();
      if (!project.installs.empty() && needed && !is_under(modules, project_->image_folder))
        add_artifact(modules, true, step, "packages that the program loads", owner_of(step));
    }
    if (start_.kind == StartKind::Script) {
      evidence_.note(Weight::Assumption, "start", facts_.start.line,
                     "package.json could not be read; check that `" + start_.program->name + " " + join(start_.program->words, " ") +
                         "` needs no development package.");
    }
    evidence_.note(Weight::Assumption, "whole-folder", facts_.start.line,
                   "The whole folder " + project_->image_folder + " is copied, sources included" +
                       (output == nullptr ? "" : "; " + output->path + " may be enough") + ".");
    if (facts_.workspace.present()) keep_root(node::read_sources(facts_, *project_, {}));
  }

  /// What other projects build is there for the one that is started.
  void take_other_projects() {
    for (const Output& output : result_.outputs) {
      if (output.project != project_ && output.project != nullptr) take_output(output, "another project's build, served by this one");
    }
  }

  void other_needs() {
    evidence_.edits.insert(evidence_.edits.end(), result_.edits.begin(), result_.edits.end());
    const bool database_client = std::any_of(projects_.begin(), projects_.end(),
                                             [](const Project& project) { return project.package.depends_on("@prisma/client"); });
    if ((database_client || result_.generates_client) && !evidence_.base.empty()) {
      evidence_.packages.emplace_back("openssl");
      evidence_.note(Weight::Information, "openssl", 0, "Prisma's engine loads OpenSSL, which slim images lack, so it is installed.");
    }
    if (project_ == nullptr) return;
    const bool browser =
        project_->package.dependencies.count("puppeteer") > 0 && facts_.walk.environment.count("PUPPETEER_EXECUTABLE_PATH") == 0;
    if (browser || project_->package.dependencies.count("playwright") > 0) {
      evidence_.note(Weight::Assumption, "browser", 0,
                     "The program drives a browser that its install may have put into /root/.cache; install one in the final stage.");
    }
    if (evidence_.tools.end() != std::find(evidence_.tools.begin(), evidence_.tools.end(), "corepack")) {
      evidence_.note(Weight::Assumption, "corepack", facts_.start.line,
                     "corepack fetches the package manager when the container starts; starting node itself needs no network.");
    }
  }

  const Facts& facts_;
  std::vector<Project> projects_;
  NodeStart start_;
  BuildResult result_;
  const Project* project_ = nullptr;
  bool plain_ = false;
  Evidence evidence_;
};

}  // namespace

bool fits_node(const Facts& facts) { return uses_ecosystem(facts, "node"); }

Understood understand_node(const Facts& facts) { return NodeReader(facts).understand(); }

}  // namespace slipway::refactor::multistage
