#include "refactor/multistage/placement.h"

#include <algorithm>

#include "refactor/multistage/run_placement.h"
#include "refactor/paths.h"
#include "support/strings.h"

namespace slipway::refactor::multistage {

using syntax::Keyword;

namespace {

bool is_start_file(const Facts& facts, const std::string& path) {
  if (has_word(facts.start.scripts, path)) return true;
  for (const StartedProgram& program : facts.start.programs) {
    if (program.path == path) return true;
    if (program.path.empty() && is_path_folder(parent_of(path)) && base_name(path) == program.name) return true;
  }
  return false;
}

/// Every path that the files of a COPY get, as far as their names tell.
std::vector<std::string> targets_of(const Step& step) {
  std::vector<std::string> out;
  for (const std::string& source : step.sources)
    out.push_back(step.into_folder ? join_path(step.destination, base_name(source)) : step.destination);
  for (const InlineFile& file : step.inline_files) out.push_back(file.path);
  return out;
}

/// True when a command of the builder names the path, or runs the program at it.
bool builder_uses(const Facts& facts, std::size_t after, const std::string& path) {
  for (std::size_t i = after; i < facts.walk.steps.size(); ++i) {
    for (const CommandUse& use : facts.step(i).commands) {
      const Act act = facts.actions[i][static_cast<std::size_t>(&use - facts.step(i).commands.data())].act;
      if (act == Act::Permissions || act == Act::MakeFolder || act == Act::Nothing) continue;
      if (use.program() == base_name(path)) return true;
      for (const std::string& word : use.words()) {
        if (word.find('/') != std::string::npos && join_path(use.folder, word) == path) return true;
      }
    }
  }
  return false;
}

bool in_build_folder(const Facts& facts, const Evidence& evidence, const std::string& path) {
  for (std::size_t i = 0; i <= evidence.last_build && i < facts.actions.size(); ++i) {
    for (std::size_t c = 0; c < facts.actions[i].size(); ++c) {
      const Act act = facts.actions[i][c].act;
      if (act != Act::Dependencies && act != Act::Build) continue;
      const std::string& folder = facts.step(i).commands[c].folder;
      if (folder != "/" && (is_under(path, folder) || is_under(folder, path))) return true;
      if (folder == "/" && path.substr(0, 5) != "/etc/" && path.substr(0, 5) != "/usr/") return true;
    }
  }
  return false;
}

Placement place_copy(const Facts& facts, std::size_t index, const Evidence& evidence) {
  const Step& step = facts.step(index);
  if (index > evidence.last_build) return {Side::Final, "it comes after the build"};
  if (is_under(step.destination, "/usr/local/share/ca-certificates")) return {Side::Both, "both sides trust the certificate"};
  bool starts = false;
  bool builds = false;
  for (const std::string& path : targets_of(step)) {
    starts = starts || is_start_file(facts, path);
    builds = builds || builder_uses(facts, index + 1, path);
  }
  if (starts) return {builds ? Side::Both : Side::Final, "the container starts it"};
  if (builds) return {Side::Builder, "the build uses it"};
  const bool temporary = is_under(step.destination, "/tmp") || is_under(step.destination, "/root");
  if (!step.from_context && step.inline_files.empty()) return {temporary ? Side::Builder : Side::Final, "it comes from elsewhere"};
  if (temporary || in_build_folder(facts, evidence, step.destination)) return {Side::Builder, "sources of the build"};
  return {Side::Final, "no build step looks there"};
}

/// Where a variable's declaration is used: its references in steps of the two sides.
struct Uses {
  bool builder = false;
  bool final = false;
};

Uses uses_of(const Facts& facts, const Placements& placed, semantic::InstructionId declaration, std::string_view name) {
  Uses out;
  const semantic::Model& model = facts.walk.analysis->model();
  for (const semantic::Reference& reference : model.references) {
    if (!reference.variable) continue;
    const semantic::Variable& variable = model.variable(*reference.variable);
    if (variable.instruction != declaration || (!name.empty() && variable.name != name)) continue;
    for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
      if (facts.step(i).id != reference.instruction) continue;
      out.builder = out.builder || placed.steps[i].side != Side::Final;
      out.final = out.final || placed.steps[i].side != Side::Builder;
    }
  }
  return out;
}

void place_environment(const Facts& facts, std::size_t index, const Evidence& evidence, Placements& placed) {
  const Step& step = facts.step(index);
  if (index > evidence.last_build) {
    placed.steps[index] = {Side::Final, "it comes after the build"};
    return;
  }
  bool builder = false;
  std::vector<std::string> run_time;
  for (const syntax::KeyValue& pair : step.syntax().pairs) {
    const Uses uses = uses_of(facts, placed, step.id, pair.key.text);
    const Side side = evidence.environment_side == nullptr
                          ? Side::Both
                          : evidence.environment_side(pair.key.text, pair.value ? std::string_view(pair.value->text) : std::string_view());
    builder = builder || side != Side::Final || uses.builder;
    if (side != Side::Builder || uses.final)
      run_time.push_back(std::string(facts.walk.analysis->source.slice(step.entry->place(pair.range))));
  }
  if (run_time.empty()) {
    placed.steps[index] = {Side::Builder, "only the build reads it"};
  } else if (!builder) {
    placed.steps[index] = {Side::Final, "only the running program reads it"};
  } else {
    placed.steps[index] = {Side::Both, "both sides read it"};
    if (run_time.size() < step.syntax().pairs.size()) placed.rewritten[index] = "ENV " + join(run_time, " ");
  }
}

void place_argument(const Facts& facts, std::size_t index, const Evidence& evidence, Placements& placed) {
  const Uses uses = uses_of(facts, placed, facts.step(index).id, {});
  if (index > evidence.last_build || (uses.final && !uses.builder)) {
    const std::string_view name =
        facts.step(index).syntax().pairs.empty() ? std::string_view() : facts.step(index).syntax().pairs.front().key.text;
    const bool builder_reads =
        index <= evidence.last_build && evidence.environment_side != nullptr && evidence.environment_side(name, {}) != Side::Final;
    placed.steps[index] = {builder_reads ? Side::Both : Side::Final, "the final stage uses it"};
    return;
  }
  placed.steps[index] = {uses.final ? Side::Both : Side::Builder, uses.final ? "both sides use it" : "the build uses it"};
}

bool keeps_shell_form(const Facts& facts, const Placements& placed) {
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    const Keyword keyword = facts.step(i).keyword();
    const bool starts =
        keyword == Keyword::Cmd || keyword == Keyword::Entrypoint || keyword == Keyword::Healthcheck || keyword == Keyword::Run;
    if (starts && placed.steps[i].side == Side::Final && facts.step(i).syntax().form == syntax::Form::Shell) return true;
  }
  return false;
}

Placement place_other(const Facts& facts, std::size_t index, const Evidence& evidence, const Placements& placed) {
  const bool behind = index > evidence.last_build;
  switch (facts.step(index).keyword()) {
    case Keyword::User:
      return behind ? Placement{Side::Final, "it comes after the build"} : Placement{Side::Both, "both sides run as this user"};
    case Keyword::Workdir: return {behind ? Side::Final : Side::Both, "both sides work in it"};
    case Keyword::Shell:
      if (behind) return {Side::Final, "it comes after the build"};
      return {keeps_shell_form(facts, placed) ? Side::Both : Side::Builder, "for commands in shell form"};
    default: return {Side::Final, "it describes the final image"};
  }
}

/// A WORKDIR before the split is repeated only where something of the final stage stands in its folder.
void thin_out_folders(const Facts& facts, const Evidence& evidence, Placements& placed) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    const Step& step = facts.step(i);
    if (step.keyword() == Keyword::Workdir) {
      const bool relative =
          !step.folder.empty() && trim(step.syntax().argument_text()).substr(0, 1) != "/" && step.syntax().variables.empty();
      if (last && !relative && placed.steps[*last].side == Side::Both)
        placed.steps[*last] = {Side::Builder, "the final stage works elsewhere"};
      last = i;
      continue;
    }
    const Keyword keyword = step.keyword();
    const bool works = keyword == Keyword::Run || keyword == Keyword::Copy || keyword == Keyword::Add;
    if (works && placed.steps[i].side != Side::Builder) last.reset();
    for (const Artifact& artifact : evidence.artifacts) {
      if (artifact.step == i && last && is_under(artifact.to, step.folder)) last.reset();
    }
  }
}

}  // namespace

void add_unique(std::vector<std::string>& list, const std::string& name) {
  if (std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
}

Placements place_steps(const Facts& facts, Evidence& evidence) {
  Placements out;
  const std::size_t count = facts.walk.steps.size();
  out.steps.resize(count, {Side::Final, {}});
  const auto each = [&](auto wanted, auto place) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!wanted(facts.step(i).keyword())) continue;
      const auto fixed = evidence.sides.find(i);
      if (fixed != evidence.sides.end())
        out.steps[i] = fixed->second;
      else
        place(i);
    }
  };
  const auto is_copy = [](Keyword keyword) { return keyword == Keyword::Copy || keyword == Keyword::Add; };
  const auto is_run = [](Keyword keyword) { return keyword == Keyword::Run; };
  const auto is_env = [](Keyword keyword) { return keyword == Keyword::Env; };
  const auto is_arg = [](Keyword keyword) { return keyword == Keyword::Arg; };
  const auto is_other = [&](Keyword keyword) { return !is_copy(keyword) && !is_run(keyword) && !is_env(keyword) && !is_arg(keyword); };
  each(is_copy, [&](std::size_t i) { out.steps[i] = place_copy(facts, i, evidence); });
  each(is_run, [&](std::size_t i) { place_run(facts, i, evidence, out); });
  each(is_other, [&](std::size_t i) { out.steps[i] = place_other(facts, i, evidence, out); });
  thin_out_folders(facts, evidence, out);
  for (int pass = 0; pass < 2; ++pass) {  // ENV may use ARG, and ARG may use ENV
    each(is_env, [&](std::size_t i) { place_environment(facts, i, evidence, out); });
    each(is_arg, [&](std::size_t i) { place_argument(facts, i, evidence, out); });
  }
  return out;
}

}  // namespace slipway::refactor::multistage
