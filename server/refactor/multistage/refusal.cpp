#include "refactor/multistage/refusal.h"

#include <algorithm>

#include "catalog/ecosystems.h"
#include "catalog/packages.h"
#include "refactor/multistage/copies.h"
#include "refactor/multistage/ecosystems/ecosystem.h"
#include "refactor/multistage/ecosystems/node_scripts.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

using syntax::Keyword;

namespace {

std::optional<Refusal> parse_error(const semantic::Analysis& analysis) {
  if (analysis.directives.error) {
    return Refusal{RefusalCode::ParseError, "BuildKit cannot read this file: " + analysis.directives.error->message,
                   analysis.line_of(analysis.directives.error->range.begin)};
  }
  bool has_stage = false;
  for (const semantic::InstructionEntry& entry : analysis.instructions) {
    const std::uint32_t line = analysis.line_of(entry.range.begin);
    if (!entry.syntax().errors.empty())
      return Refusal{RefusalCode::ParseError, "BuildKit cannot read this file: " + entry.syntax().errors.front().message, line};
    has_stage = has_stage || entry.keyword() == Keyword::From;
    if (!has_stage && entry.keyword() != Keyword::Arg)
      return Refusal{RefusalCode::ParseError, "BuildKit cannot read this file: an instruction stands before the first FROM.", line};
  }
  if (!has_stage || analysis.model().final_stage() == nullptr)
    return Refusal{RefusalCode::ParseError, "BuildKit cannot read this file: it has no FROM.", 1};
  return std::nullopt;
}

std::optional<Refusal> several_stages(const semantic::Analysis& analysis) {
  const semantic::Model& model = analysis.model();
  if (model.stages.size() < 2) return std::nullopt;
  const std::uint32_t line = analysis.line_of(model.final_stage()->range.begin);
  const bool copies = std::any_of(model.edges.begin(), model.edges.end(),
                                  [](const semantic::Edge& edge) { return edge.kind != syntax::StageReferenceKind::From; });
  if (copies) return Refusal{RefusalCode::AlreadyMultiStage, "The file has several stages already, and copies from one to another.", line};
  return Refusal{RefusalCode::AlreadyMultiStage, "The file has several stages already; only a file with one stage is converted.", line};
}

std::optional<Refusal> unsupported_text(const semantic::Analysis& analysis) {
  for (const semantic::InstructionEntry& entry : analysis.instructions) {
    if (entry.keyword() != Keyword::Onbuild) continue;
    return Refusal{RefusalCode::Unsupported,
                   "ONBUILD runs in the images that are built on this one; where its work belongs cannot be seen here.",
                   analysis.line_of(entry.range.begin)};
  }
  const semantic::Stage& stage = *analysis.model().final_stage();
  const std::string value = stage.base_value.empty() ? std::string(stage.base) : stage.base_value;
  const std::uint32_t line = analysis.line_of(stage.base_range.begin);
  if (catalog::describe_image(syntax::parse_image_reference(value)).family == catalog::Family::Windows) {
    return Refusal{RefusalCode::Unsupported, "Windows images are not converted: their bases and paths follow other rules.", line};
  }
  return std::nullopt;
}

bool is_plain_distribution(const Facts& facts) {
  const std::string name = facts.image.familiar_name();
  for (const std::string_view known :
       {"ubuntu", "debian", "alpine", "fedora", "centos", "busybox", "amazonlinux", "rockylinux", "almalinux", "buildpack-deps"}) {
    if (name == known) return true;
  }
  return !catalog::ecosystem_of_image(facts.image.short_name()).empty();
}

/// A start that only keeps the container open for a person.
bool starts_nothing(const Facts& facts) {
  if (!facts.start.exists) return true;
  if (facts.start.programs.empty()) return false;
  const StartedProgram* main = &facts.start.programs.front();
  const std::string program = main->program();
  const bool shell = (program == "bash" || program == "sh" || program == "zsh" || program == "ash") && main->words.empty();
  const bool waits = (program == "sleep" && has_word(main->words, "infinity")) || (program == "tail" && has_word(main->words, "/dev/null"));
  return shell || waits;
}

struct Work {
  bool builds_sources = false;     ///< a build tool works where files of the context were copied
  bool installs = false;           ///< packages or tools
  bool keeps_build_tools = false;  ///< packages that only a build needs
  bool builds = false;             ///< a known build tool
  std::uint32_t unknown_line = 0;  ///< of the first command that is not known
};

/// True when files of the context were copied to the folder, or around it, before the step.
bool works_on_sources(const Facts& facts, std::size_t before, const std::string& folder) {
  for (std::size_t i = 0; i < before; ++i) {
    const Step& step = facts.step(i);
    if (!step.from_context) continue;
    if (step.destination == folder || (folder != "/" && (is_under(step.destination, folder) || is_under(folder, step.destination))))
      return true;
  }
  return false;
}

Work work_of(const Facts& facts) {
  Work out;
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    for (std::size_t c = 0; c < facts.actions[i].size(); ++c) {
      const Action& action = facts.actions[i][c];
      const bool tool = action.act == Act::Dependencies || action.act == Act::Build;
      out.builds = out.builds || tool;
      out.builds_sources = out.builds_sources || (tool && works_on_sources(facts, i, facts.step(i).commands[c].folder));
      out.installs = out.installs || action.act == Act::InstallPackages || action.act == Act::InstallTool || action.act == Act::Download;
      if (action.act == Act::Unknown && out.unknown_line == 0) out.unknown_line = facts.step(i).line;
      if (action.act != Act::InstallPackages) continue;
      for (const std::string& package : action.operands) {
        out.keeps_build_tools = out.keeps_build_tools || catalog::package_side(package) == catalog::PackageSide::Build;
      }
    }
  }
  return out;
}

/// True when some command of a RUN names the file, or something that it stands in.
bool is_named_by_run(const Facts& facts, const std::string& path) {
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    for (std::size_t c = 0; c < facts.actions[i].size(); ++c) {
      const CommandUse& use = facts.step(i).commands[c];
      const Act act = facts.actions[i][c].act;
      const bool works = act == Act::Build || act == Act::Dependencies;
      if (works && use.folder != "/" && is_under(path, use.folder)) return true;
      for (const std::string& word : use.words()) {
        const std::string named = join_path(use.folder, word.substr(word.find('=') == std::string::npos ? 0 : word.find('=') + 1));
        if (named != "/" && is_under(path, named)) return true;
      }
    }
  }
  return false;
}

/// A program or script that the container starts by its path and that nothing is seen to bring.
bool starts_missing_file(const Facts& facts) {
  const StartedProgram* main = facts.start.main();
  if (main == nullptr || main->path.empty() || content_at(facts.walk, facts.workspace, main->path) ||
      has_word(facts.start.scripts, main->path))
    return false;
  const bool script = extension_of(main->name) == ".sh";
  const bool system = is_path_folder(parent_of(main->path)) && !script;
  return !system && (script || !is_named_by_run(facts, main->path));
}

}  // namespace

std::optional<Refusal> refuse_text(const semantic::Analysis& analysis) {
  if (auto refusal = parse_error(analysis)) return refusal;
  if (auto refusal = several_stages(analysis)) return refusal;
  return unsupported_text(analysis);
}

std::optional<Refusal> refuse_commands(const Facts& facts) {
  if (auto refusal = building_start(node::expand_scripts(facts, facts.start.programs))) return refusal;
  const Work work = work_of(facts);
  if (starts_nothing(facts) && !work.builds_sources && (work.installs || work.builds) && is_plain_distribution(facts)) {
    return Refusal{RefusalCode::InteractiveImage, "The image starts no program: it is a tool box, and its tools are what it is for.",
                   facts.start.line};
  }
  if (!work.builds) {
    if (work.unknown_line > 0)
      return Refusal{RefusalCode::UnknownEcosystem, "No known build tool runs here, and what this command makes cannot be told.",
                     work.unknown_line};
    if (work.keeps_build_tools)
      return Refusal{RefusalCode::UnknownEcosystem, "Packages for building are installed, but no known build tool runs.", facts.start.line};
    return Refusal{RefusalCode::NothingToBuild, "Nothing is compiled, bundled or installed that a builder stage could keep.", 0};
  }
  const std::string_view other = other_ecosystem(facts);
  if (other.empty()) return std::nullopt;
  const std::string_view of_image = catalog::ecosystem_of_image(facts.image.short_name());
  if (other == "c-cpp" && !of_image.empty() && of_image != other) return std::nullopt;  // a Makefile may call the image's own tools
  if (starts_missing_file(facts)) {
    return Refusal{
        RefusalCode::UnknownOutput,
        "The container starts `" + facts.start.main()->name + "`, which no instruction is seen to bring, so what it runs is not known.",
        facts.start.main()->line};
  }
  return Refusal{RefusalCode::Unsupported,
                 "This looks like a " + std::string(other) + " project; projects of that kind are recognised, but not converted yet.", 0};
}

std::optional<Refusal> refuse_volumes(const Facts& facts, const Evidence& evidence) {
  for (const Step& step : facts.walk.steps) {
    if (step.keyword() != Keyword::Volume) continue;
    for (const syntax::Word& word : step.syntax().words) {
      const std::string volume = join_path(step.folder, put_in(word.text, step.environment));
      for (const Artifact& artifact : evidence.artifacts) {
        if (!is_under(artifact.from, volume)) continue;
        return Refusal{RefusalCode::Unsupported,
                       "VOLUME " + volume + " lies over " + artifact.from +
                           ", which the build makes; a volume's content does not belong to the image.",
                       step.line};
      }
    }
  }
  return std::nullopt;
}

}  // namespace slipway::refactor::multistage
