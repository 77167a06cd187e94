// The guide of Docker: order steps by how often what they use changes.

#include "lint/command_words.h"
#include "lint/declared.h"
#include "lint/rule.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

using catalog::PackageFamily;
using catalog::PackageVerb;
using semantic::InstructionId;
using syntax::Keyword;

/// True for an installation of what a manifest in the sources lists.
bool installs_dependencies(const shell::Command& command, const Run& run) {
  const auto program = command.program();
  if (program == "go") return has_sequence(command, "mod download");
  if (program == "cargo") return command.subcommand() == "fetch";
  for (const auto& call : run.calls) {
    if (call.command != &command || !call.installs()) continue;
    switch (call.manager->family) {
      case PackageFamily::Npm:
      case PackageFamily::Yarn:
      case PackageFamily::Pnpm:
      case PackageFamily::Bundle:
      case PackageFamily::Composer: return call.operands().empty() && !has_flag(command, "g global");
      case PackageFamily::Pip: return has_flag(command, "r requirement") && !has_word(command, ".");
      default: return false;
    }
  }
  return program == "npm" && command.subcommand() == "ci";
}

const shell::Command* dependency_step(const Run& run) {
  for (const auto& command : run.script.commands) {
    if (installs_dependencies(command, run)) return &command;
  }
  return nullptr;
}

/// COPY of the whole context.
const syntax::Word* whole_context(const syntax::Instruction& syntax) {
  const bool copies = syntax.keyword == Keyword::Copy || syntax.keyword == Keyword::Add;
  if (!copies || syntax.flag("from") != nullptr) return nullptr;
  for (const auto* source : syntax.sources()) {
    const auto text = without_quotes(source->text);
    if (text == "." || text == "./") return source;
  }
  return nullptr;
}

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  const syntax::Word* copied = nullptr;
  const semantic::InstructionEntry* copy = nullptr;
  for (auto id = InstructionId{stage.from.value + 1}; id < stage.end; ++id.value) {
    const auto& entry = context.analysis.instruction(id);
    if (const auto* word = whole_context(entry.syntax()); word != nullptr && copied == nullptr) {
      copied = word;
      copy = &entry;
    }
    const auto* run = plain_run_at(context, id);
    const auto* step = run == nullptr ? nullptr : dependency_step(*run);
    if (step == nullptr) continue;
    if (copied == nullptr) return;  // the manifests came alone, as they should
    report.at(copy->place(copied->range))
        .say(
            "Everything is copied before the dependencies are installed, so each change of any file installs them anew. Copy the manifest "
            "and lock file first, install, then copy the rest.")
        .related(entry.place(step->range), "the dependencies are installed here");
    return;
  }
}

}  // namespace

extern const Rule sources_before_dependencies;
const Rule sources_before_dependencies = {
    .name = "sources-before-dependencies",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::Stage,
    .fix = std::nullopt,
    .summary = "Sources are copied before the dependencies are installed.",
    .why =
        "BuildKit takes a step from its cache as long as nothing it used has changed. Behind `COPY . .` everything is made anew at every "
        "change, and the installation of dependencies is mostly the longest step.",
    .peers = "No other linter has it.",
    .check_stage = check,
};

}  // namespace slipway::lint
