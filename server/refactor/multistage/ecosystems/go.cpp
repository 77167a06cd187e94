// Go: `go build` and `go install` leave programs; what those read, start and trust at run time is looked up in the sources.

#include <algorithm>
#include <cstdlib>

#include "refactor/manifests.h"
#include "refactor/multistage/copies.h"
#include "refactor/multistage/ecosystems/ecosystem.h"
#include "refactor/multistage/ecosystems/go_order.h"
#include "refactor/multistage/ecosystems/go_outputs.h"
#include "refactor/multistage/ecosystems/go_sources.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

namespace {

using go::Module;
using go::Output;
using go::SourceFacts;

/// Variables of the tool chain; nothing reads them at run time.
Side go_environment_side(std::string_view name, std::string_view value) {
  if (name == "PATH") {
    const auto parts = split(value, ':');
    const auto is_own = [](std::string_view part) {
      return part.find("go/bin") != std::string_view::npos || part.find("$GOPATH") != std::string_view::npos ||
             part.find("PATH") != std::string_view::npos;
    };
    return std::all_of(parts.begin(), parts.end(), is_own) ? Side::Builder : Side::Both;
  }
  for (const std::string_view both : {"HOME", "LANG", "LC_ALL", "TZ", "GODEBUG", "GOMAXPROCS", "GOGC", "GOMEMLIMIT", "GOTRACEBACK"}) {
    if (name == both) return Side::Both;
  }
  for (const std::string_view prefix : {"GO", "CGO_", "DEBIAN_FRONTEND", "CC", "CXX", "PKG_CONFIG"}) {
    if (name.substr(0, prefix.size()) == prefix) return Side::Builder;
  }
  return Side::Final;
}

bool on_builder_path(const Facts& facts, std::string_view folder) {
  if (is_path_folder(folder) || folder == "/go/bin" || folder == "/usr/local/go/bin") return true;
  const auto path = facts.walk.environment.find("PATH");
  if (path == facts.walk.environment.end()) return false;
  const auto parts = split(path->second, ':');
  return std::find(parts.begin(), parts.end(), folder) != parts.end();
}

/// The path of an output by which a started program is found; empty when it is another program.
std::string started_path(const Facts& facts, const Output& output, const StartedProgram& program) {
  for (const std::string& path : output.paths) {
    if (!program.path.empty() && (path == program.path || (output.folder && is_under(program.path, path)))) return path;
    if (!program.path.empty()) continue;
    const std::string folder = output.folder ? path : std::string(parent_of(path));
    if (on_builder_path(facts, folder) && (output.folder || base_name(path) == program.name)) return path;
  }
  return {};
}

class GoReader {
 public:
  explicit GoReader(const Facts& facts) : facts_(facts), outputs_(go::find_outputs(facts)) {}

  Understood understand() {
    evidence_.ecosystem = "go";
    evidence_.environment_side = go_environment_side;
    last_build();
    if (auto refusal = take_outputs()) return *refusal;
    module_ = go::module_of(facts_, build_folder());
    if (!module_.found) module_.image_folder = build_folder();
    sources_ = go::read_sources(facts_, module_);
    choose_libc();
    run_time_files();
    other_needs();
    go::put_manifests_first(facts_, module_, evidence_);
    return std::move(evidence_);
  }

 private:
  void last_build() {
    for (std::size_t i = 0; i < facts_.walk.steps.size(); ++i) {
      for (const CommandUse& use : facts_.step(i).commands) {
        if (!go::is_build(use)) continue;
        builds_.push_back({i, &use});
        evidence_.last_build = i;
      }
    }
  }

  [[nodiscard]] std::string build_folder() const { return builds_.empty() ? facts_.walk.folder : builds_.front().second->folder; }

  /// What a build without -o writes is not known without go.mod; that the start command runs it is good evidence.
  void assume_output(const StartedProgram& program) {
    for (const auto& [step, use] : builds_) {
      const std::string folder(parent_of(program.path));
      if (!outputs_.empty() || facts_.workspace.present() || program.path.empty() || folder != use->folder) continue;
      outputs_.push_back({{program.path}, false, step, use, false, false});
      evidence_.note(
          Weight::Assumption, "output", program.line,
          "go.mod could not be read; the build is taken to write " + program.path + ", which the container starts. Check the name.");
    }
  }

  std::optional<Refusal> take_outputs() {
    const StartedProgram* main = facts_.start.main();
    if (main != nullptr) assume_output(*main);
    bool starts_output = false;
    std::vector<std::string> taken;
    linked_.clear();
    for (const Output& output : outputs_) {
      std::string path;
      bool by_name = false;
      for (const StartedProgram& program : facts_.start.programs) {
        const std::string found = started_path(facts_, output, program);
        if (found.empty()) continue;
        path = found;
        by_name = program.path.empty();
        starts_output = starts_output || program.by != StartedBy::Health;
      }
      if (path.empty() && output.tool) continue;
      if (path.empty()) path = output.paths.back();
      linked_.emplace_back(output.step, output.use);
      if (std::find(taken.begin(), taken.end(), path) != taken.end()) continue;
      taken.push_back(path);
      Artifact artifact{path, path, output.folder, output.step, {}, "go writes it"};
      if (by_name && !output.folder && !is_path_folder(parent_of(path))) artifact.to = "/usr/local/bin/" + std::string(base_name(path));
      if (output.from_argument) {
        evidence_.note(Weight::Assumption, "argument", facts_.step(output.step).line,
                       "The program's path depends on a build argument; the final stage copies the path of its default, " + path + ".");
      }
      evidence_.artifacts.push_back(std::move(artifact));
    }
    if (starts_output) return std::nullopt;
    if (main == nullptr)
      return Refusal{RefusalCode::UnknownOutput, "The file has no CMD or ENTRYPOINT, so which program the image is for cannot be told.",
                     facts_.start.line};
    return Refusal{RefusalCode::UnknownOutput,
                   "The container starts `" + main->name +
                       "`, but no go command was found to make it. Write the program with `go build -o` to the path that is started.",
                   main->line};
  }

  /// How a build links: nothing of a C library, or the builder's.
  void choose_libc() {
    const bool alpine = facts_.base.family == catalog::Family::Alpine;
    bool all_static = true;
    bool wants_cgo = sources_.imports_c;
    for (const auto& [step, use] : linked_) {
      const auto set = use->environment.find("CGO_ENABLED");
      const bool enabled = set != use->environment.end() && set->second == "1";
      const bool off = is_off(step, *use);
      const bool linked = has_static_flags(*use);
      const auto words = use->words();
      const bool needs =
          has_word(words, "-race") || has_word(words, "-msan") || has_word(words, "-asan") || option_value(words, "-buildmode") == "plugin";
      wants_cgo =
          (wants_cgo && !off) || enabled || needs || use->environment.count("CGO_LDFLAGS") > 0 || use->environment.count("CGO_CFLAGS") > 0;
      all_static = all_static && (off || linked);
    }
    if (all_static) {
      evidence_.libc = catalog::Libc::None;
      return;
    }
    if (alpine) {
      evidence_.libc = wants_cgo || !lacks_compiler() ? catalog::Libc::Musl : catalog::Libc::None;
      return;
    }
    if (wants_cgo || !sources_.seen) return keep_glibc(wants_cgo);
    turn_cgo_off();
  }

  /// golang's Alpine images bring no gcc, and from Go 1.20 on cgo is off without one.
  [[nodiscard]] bool lacks_compiler() const {
    if (facts_.image.short_name() != "golang") return false;
    const auto parts = split(facts_.image.tag, '.');
    const int minor = parts.size() > 1 && parts[0] == "1" ? std::atoi(std::string(parts[1]).c_str()) : 99;
    if (minor < 20) return false;
    for (const auto& actions : facts_.actions) {
      for (const Action& action : actions) {
        for (const std::string_view compiler : {"gcc", "g++", "build-base", "alpine-sdk", "clang"}) {
          if (action.act == Act::InstallPackages && has_word(action.operands, compiler)) return false;
        }
      }
    }
    return true;
  }

  void keep_glibc(bool wants_cgo) {
    evidence_.libc = catalog::Libc::Glibc;
    const std::uint32_t line = builds_.empty() ? 0 : facts_.step(builds_.front().first).line;
    const std::string why = !wants_cgo                    ? "The sources could not be read, so cgo may be in use"
                            : sources_.cgo_reason.empty() ? "cgo is switched on"
                                                          : "cgo is needed: " + sources_.cgo_reason;
    evidence_.note(Weight::Assumption, "libc", line,
                   why + ". The program is linked to the builder's glibc, so the final stage stands on the same Debian or Ubuntu release.");
  }

  [[nodiscard]] bool is_off(std::size_t step, const CommandUse& use) const {
    const auto set = use.environment.find("CGO_ENABLED");
    return (set != use.environment.end() && set->second == "0") || cgo_off_by_settings(step);
  }

  void turn_cgo_off() {
    evidence_.libc = catalog::Libc::None;
    for (const auto& [step, use] : builds_) {
      const bool taken = std::any_of(linked_.begin(), linked_.end(), [use = use](const auto& each) { return each.second == use; });
      if (!taken || is_off(step, *use) || has_static_flags(*use)) continue;
      const std::uint32_t line = facts_.walk.analysis->line_of(use->range.begin);
      evidence_.note(sources_.has_unknown_modules ? Weight::Assumption : Weight::Information, "libc", line,
                     "Built on a glibc image, packages such as net and os/user link the program to glibc, which Alpine does not have; "
                     "CGO_ENABLED=0 makes it static. No cgo was seen in the sources.");
      const std::string_view text = facts_.walk.analysis->source.slice(use->range);
      const bool begins = text.substr(0, 2) == "go" || text.substr(0, 4) == "make" ||
                          (!use->command->assignments.empty() && facts_.step(step).syntax().form == syntax::Form::Shell);
      if (begins && facts_.step(step).syntax().form != syntax::Form::Exec) {
        add_edit({{use->range.begin, use->range.begin}, "CGO_ENABLED=0 ", "a static program runs on any base"});
      } else if (evidence_.insertions.empty()) {
        evidence_.insertions.push_back({step, {"ENV CGO_ENABLED=0"}, "a static program runs on any base"});
      }
    }
  }

  /// A recipe of several builds has one place for its variable.
  void add_edit(WordEdit edit) {
    for (const WordEdit& known : evidence_.edits) {
      if (known.range == edit.range) return;
    }
    evidence_.edits.push_back(std::move(edit));
  }

  [[nodiscard]] bool cgo_off_by_settings(std::size_t before) const {
    for (std::size_t i = 0; i <= before; ++i) {
      for (const CommandUse& use : facts_.step(i).commands) {
        const auto words = use.words();
        if (use.program() == "go" && has_word(words, "env") && has_word(words, "CGO_ENABLED=0")) return true;
      }
    }
    return false;
  }

  static bool has_static_flags(const CommandUse& use) {
    for (const std::string& word : use.words()) {
      if (word.find("-extldflags") != std::string::npos && word.find("-static") != std::string::npos) return true;
    }
    return false;
  }

  void run_time_files() {
    if (!facts_.workspace.present()) {
      if (brings_context()) {
        evidence_.note(
            Weight::Assumption, "assets", 0,
            "The sources could not be read. Templates, migrations or configuration that the program reads from disk must be copied too.");
      }
      return;
    }
    SourceTree tree{
        module_.context_folder, module_.image_folder,          {".go", ".mod", ".sum", ".work"}, {"vendor", "testdata", "node_modules"},
        sources_.embedded,      uses_ecosystem(facts_, "node")};
    std::vector<std::string> words = run_time_words(facts_);
    words.insert(words.end(), sources_.literals.begin(), sources_.literals.end());
    std::set<std::string> wanted = named_entries(tree, facts_.workspace, words);
    std::set<std::string> data = data_entries(tree, facts_.workspace);
    for (const std::string& entry : wanted) data.erase(entry.substr(0, entry.find('/')));
    if (sources_.reads_files) {
      if (!data.empty()) {
        evidence_.note(Weight::Assumption, "assets", 0,
                       "The program reads files whose names are not all in the sources, so " + join({data.begin(), data.end()}, ", ") +
                           " is copied as well. Leave out what it does not read.");
      }
      wanted.insert(data.begin(), data.end());
    }
    for (const std::string& entry : wanted) add_file(tree, entry);
  }

  [[nodiscard]] bool brings_context() const {
    return std::any_of(facts_.walk.steps.begin(), facts_.walk.steps.end(), [](const Step& step) { return step.from_context; });
  }

  void add_file(const SourceTree& tree, const std::string& entry) {
    const std::string in_context = tree.context_folder.empty() ? entry : tree.context_folder + "/" + entry;
    for (const std::string& pattern : sources_.embedded) {
      if (is_under(pattern, entry) || is_under(entry, pattern)) return;
    }
    const auto path = image_path(facts_.walk, facts_.workspace, in_context);
    const std::size_t copy = first_copy_of(facts_.walk, facts_.workspace, in_context);
    if (!path || copy > evidence_.last_build) return;
    const bool made = !facts_.workspace.exists(in_context);
    if (made)
      evidence_.note(Weight::Assumption, "assets", 0, *path + " is taken from another build of this file; check that it is written there.");
    evidence_.artifacts.push_back(
        {*path, *path, made || facts_.workspace.is_folder(in_context), evidence_.last_build, {}, "the program reads it"});
  }

  void other_needs() {
    evidence_.wants_time_zones = sources_.loads_time_zones || facts_.walk.environment.count("TZ") > 0;
    evidence_.wants_certificates = sources_.uses_network || sources_.has_other_modules || !sources_.seen;
    for (const std::string& program : sources_.programs) evidence_.programs.push_back(program);
    if (!sources_.seen) {
      evidence_.note(
          Weight::Assumption, "sources", 0,
          "The program's sources could not be read. Check that it starts no other program and reads no file that the final image lacks.");
    }
    if (sources_.writes_files) evidence_.root_reason = "the program writes files";
    if (sources_.low_port > 0) evidence_.root_reason = "the program listens on port " + std::to_string(sources_.low_port);
  }

  const Facts& facts_;
  std::vector<Output> outputs_;
  std::vector<std::pair<std::size_t, const CommandUse*>> builds_;
  std::vector<std::pair<std::size_t, const CommandUse*>> linked_;  ///< builds of the programs that are taken, by their last step
  Module module_;
  SourceFacts sources_;
  Evidence evidence_;
};

}  // namespace

bool fits_go(const Facts& facts) { return uses_ecosystem(facts, "go"); }

Understood understand_go(const Facts& facts) { return GoReader(facts).understand(); }

}  // namespace slipway::refactor::multistage
