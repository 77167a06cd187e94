// hadolint's DL4006. The shell hides failures on the left of a pipe.

#include <algorithm>
#include <optional>

#include "catalog/images.h"
#include "catalog/package_managers.h"
#include "lint/declared.h"
#include "lint/rule.h"
#include "lint/runs.h"
#include "lint/sections.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;
using syntax::Keyword;

constexpr std::string_view with_pipefail = "bash zsh ash ksh";
constexpr std::string_view other_worlds = "pwsh powershell cmd";

std::string program_of(std::string_view path) {
  const auto name = to_lower(path.substr(path.find_last_of("/\\") + 1));
  const auto dot = name.rfind(".exe");
  return name.substr(0, dot);
}

catalog::Family family_of(const Context& context, InstructionId id) {
  const auto* stage = context.model.stage_of(id);
  while (stage != nullptr && stage->base_stage) stage = &context.model.stage(*stage->base_stage);
  return stage == nullptr ? catalog::Family::Unknown : catalog::describe_image(syntax::parse_image_reference(stage->base_value)).family;
}

bool is_busybox(catalog::Family family) { return family == catalog::Family::Alpine || family == catalog::Family::Busybox; }

/// True when the words of a SHELL make pipes safe, or belong to a world with other pipes.
bool is_safe_shell(const syntax::Instruction& shell, catalog::Family family) {
  if (shell.words.empty()) return false;
  const auto program = program_of(shell.words.front().text);
  if (catalog::is_listed(other_worlds, program)) return true;
  const auto has = [&](std::string_view text) {
    return std::any_of(shell.words.begin(), shell.words.end(),
                       [&](const syntax::Word& word) { return word.text.find(text) != std::string::npos; });
  };
  const bool knows = catalog::is_listed(with_pipefail, program) || (program == "sh" && is_busybox(family));
  return knows && has("pipefail");
}

/// The SHELL in force, also one of a stage below; null for the image's own.
const syntax::Instruction* shell_of(const Context& context, InstructionId id) {
  const syntax::Instruction* shell = nullptr;
  walk_up(context, id, [&](InstructionId above) {
    const auto& syntax = context.analysis.instruction(above).syntax();
    if (syntax.keyword == Keyword::Shell) shell = &syntax;
    return shell == nullptr;
  });
  return shell;
}

constexpr std::string_view hardly_fails = "echo printf yes true";

/// How much it matters that a command's failure goes unseen.
Level weight_of(const shell::Command& command) {
  if (catalog::find_download_tool(command.program()) != nullptr) return Level::Warning;
  return catalog::is_listed(hardly_fails, command.program()) ? Level::Hint : Level::Info;
}

/// The command left of a pipe whose failure matters most; the first of equals.
const shell::Command* hidden_command(const Run& run) {
  const auto& commands = run.script.commands;
  const shell::Command* hidden = nullptr;
  for (std::size_t i = 1; i < commands.size(); ++i) {
    if (commands[i].join != shell::Join::Pipe) continue;
    const auto& before = commands[i - 1];
    if (hidden == nullptr || weight_of(before) > weight_of(*hidden)) hidden = &before;
  }
  return hidden;
}

std::optional<Fix> with_shell_before(const Context& context, InstructionId id, catalog::Family family) {
  std::string words = is_busybox(family) ? R"(["/bin/ash", "-eo", "pipefail", "-c"])" : R"(["/bin/bash", "-o", "pipefail", "-c"])";
  const bool known =
      is_busybox(family) || family == catalog::Family::Debian || family == catalog::Family::Ubuntu || family == catalog::Family::RedHat;
  if (!known) return std::nullopt;
  const auto begin = context.analysis.instruction(id).range.begin;
  return Fix{"Put a SHELL with pipefail before",
             Safety::Unsafe,
             {{{begin, begin}, "SHELL " + words + std::string(context.analysis.source.line_end())}}};
}

void check_section(const Context& context, const Section& section, Report& report) {
  bool fixed = false;
  each_instruction(context, section, [&](InstructionId id, const semantic::InstructionEntry& entry) {
    const auto* run = plain_run_at(context, id);
    const auto* hidden = run == nullptr ? nullptr : hidden_command(*run);
    // `set -o pipefail` in the script, `bash -o pipefail -c`, a heredoc for bash that says so.
    if (hidden == nullptr || context.analysis.source.slice(entry.range).find("pipefail") != std::string_view::npos) return;
    const auto family = family_of(context, id);
    const auto* shell = shell_of(context, id);
    if (family == catalog::Family::Windows || (shell != nullptr && is_safe_shell(*shell, family))) return;
    auto finding = report.at(entry.place(hidden->range));
    finding
        .say("When `" + std::string(hidden->program()) +
             "` fails, the step goes on with what it wrote so far: only the last command of a pipe counts. Set `-o pipefail` with SHELL or "
             "in the script.")
        .level(weight_of(*hidden));
    if (fixed || shell != nullptr) return;
    if (auto fix = with_shell_before(context, id, family)) {
      finding.fix(std::move(*fix));
      fixed = true;
    }
  });
}

void check(const Context& context, Report& report) {
  for (const auto& section : sections(context)) check_section(context, section, report);
}

}  // namespace

extern const Rule pipe_without_pipefail;
const Rule pipe_without_pipefail = {
    .name = "pipe-without-pipefail",
    .aliases = {"hadolint/DL4006"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "A pipe in a RUN hides the failure of its first commands.",
    .why =
        "`curl … | tar x` succeeds when the download breaks off, and a half-filled layer goes into the cache. With `pipefail` the step "
        "fails, as everybody expects. Downloads are a warning, other pipes an information, and `echo` into something a hint.",
    .fix_note = "A SHELL with `pipefail` is put before the first such RUN of the stage. It holds for all later steps too.",
    .peers =
        "A SHELL of the stage below is inherited; `set -o pipefail` or `bash -o pipefail -c` in the script counts; so does `/bin/sh -o "
        "pipefail` in Alpine and busybox, whose sh is ash.",
    .check_file = check,
};

}  // namespace slipway::lint
