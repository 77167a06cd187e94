// hadolint #882. A heredoc of commands goes on behind a failure.

#include <algorithm>

#include "lint/declared.h"
#include "lint/rule.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

bool stops_on_errors(const shell::Command& command) {
  return command.program() == "set" && std::any_of(command.arguments.begin(), command.arguments.end(), [](const shell::Argument& word) {
           return word.text == "errexit" ||
                  (word.text.substr(0, 1) == "-" && word.text.substr(0, 2) != "--" && word.text.find('e') != std::string::npos);
         });
}

/// The one heredoc that is the whole script; null for others.
const syntax::Heredoc* script_of(const Run& run) {
  if (run.syntax.heredocs.size() != 1 || run.syntax.form != syntax::Form::Shell) return nullptr;
  const auto& heredoc = run.syntax.heredocs.front();
  return heredoc.terminated && run.syntax.arguments == heredoc.start ? &heredoc : nullptr;
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto* run = run_at(context, id);
  const auto* heredoc = run == nullptr ? nullptr : script_of(*run);
  if (heredoc == nullptr || heredoc->content.substr(0, 2) == "#!") return;
  const auto& commands = run->script.commands;
  const auto begins_statement = [](const shell::Command& command) {
    return command.depth == 0 && (command.join == shell::Join::First || command.join == shell::Join::Sequence);
  };
  if (std::count_if(commands.begin(), commands.end(), begins_statement) < 2 ||
      std::any_of(commands.begin(), commands.end(), stops_on_errors))
    return;
  bool shell_stops = false;
  walk_up(context, id, [&](semantic::InstructionId above) {
    const auto& syntax = context.analysis.instruction(above).syntax();
    if (syntax.keyword != syntax::Keyword::Shell) return true;
    shell_stops = std::any_of(syntax.words.begin(), syntax.words.end(), [](const syntax::Word& word) {
      return word.text.substr(0, 1) == "-" && word.text.substr(0, 2) != "--" && word.text.find('e') != std::string::npos;
    });
    return false;
  });
  if (shell_stops) return;
  const auto& entry = context.analysis.instruction(id);
  const auto begin = entry.place(heredoc->body).begin;
  report.at(entry.place(heredoc->start))
      .say(
          "When a command of this script fails, the next ones run all the same, and only the last one decides about the step. Begin with "
          "`set -e`.")
      .fix(Fix{"Begin with set -e", Safety::Unsafe, {{{begin, begin}, "set -e" + std::string(context.analysis.source.line_end())}}});
}

}  // namespace

extern const Rule heredoc_without_set_e;
const Rule heredoc_without_set_e = {
    .name = "heredoc-without-set-e",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Run, syntax::Keyword::Onbuild},
    .fix = Safety::Unsafe,
    .summary = "A heredoc of several commands does not stop at a failure.",
    .why =
        "Lines of a heredoc are commands one after the other, not a chain of `&&`. A download that fails in the middle leaves a layer that "
        "is half done and a build that succeeds.",
    .fix_note = "`set -e` becomes the first line. A command that is allowed to fail then needs `|| true`.",
    .peers = "Asked for in hadolint #882; tally writes `set -e` when it makes a heredoc and does not miss it elsewhere.",
    .check_instruction = check,
};

}  // namespace slipway::lint
