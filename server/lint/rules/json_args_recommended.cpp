// BuildKit's JSONArgsRecommended (convert.go, dispatchCmd and dispatchEntrypoint); the message is BuildKit's own.

#include <algorithm>
#include <array>

#include "lint/build_walk.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

/// Commands that only a shell has.
constexpr auto built_in = std::to_array<std::string_view>(
    {".", ":", "alias", "cd", "eval", "exec", "exit", "export", "set", "shift", "source", "trap", "ulimit", "umask", "unset", "wait"});

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

/// The exec form of one plain command; nothing where a shell does more than cut words.
std::optional<std::string> exec_form(const semantic::InstructionEntry& entry) {
  const auto& script = entry.facts->script();
  if (!script.complete || script.commands.size() != 1 || !entry.syntax().line.comments().empty()) return std::nullopt;
  const auto& command = script.commands.front();
  if (!command.assignments.empty() || !command.redirections.empty() || command.depth != 0 || command.join != shell::Join::First)
    return std::nullopt;
  // A wrapper (sudo, exec) that was looked through, or anything else around the command, would be lost.
  if (command.name.range.begin != entry.syntax().arguments.begin || command.range.end != entry.syntax().arguments.end) return std::nullopt;
  std::vector<const shell::Argument*> words = {&command.name};
  for (const auto& argument : command.arguments) words.push_back(&argument);
  std::string out = "[";
  for (const auto* word : words) {
    const bool special = word->has_expansion || word->text.find_first_of("~*?[]{}\n\r\t&|;<>()$`") != std::string::npos;
    if (special || std::any_of(word->text.begin(), word->text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
      return std::nullopt;
    out += (out.size() > 1 ? ", " : "") + json_text(word->text);
  }
  if (command.name.text.empty() || std::find(built_in.begin(), built_in.end(), command.name.text) != built_in.end()) return std::nullopt;
  return out + "]";
}

void check(const Context& context, Report& report) {
  walk_build(context, [&](const Step& step) {
    const auto& syntax = step.syntax;
    if ((syntax.keyword != Keyword::Cmd && syntax.keyword != Keyword::Entrypoint) || syntax.form == syntax::Form::Exec || step.has_shell)
      return;
    if (!syntax.errors.empty()) return;  // an array that holds more than strings was meant as one
    auto finding = report.at(step.place(context.analysis, syntax.keyword_range));
    finding.say("JSON arguments recommended for " + syntax.written_keyword + " to prevent unintended behavior related to OS signals");
    if (step.is_trigger) return;
    if (auto form = exec_form(step.home))
      finding.fix(replace(step.home.place(syntax.arguments), *form, "Change to " + *form, Safety::Unsafe));
  });
}

}  // namespace

extern const Rule json_args_recommended;
const Rule json_args_recommended = {
    .name = "json-args-recommended",
    .aliases = {"buildkit/JSONArgsRecommended"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "CMD or ENTRYPOINT is not written as a JSON array.",
    .why =
        "In the shell form `/bin/sh -c` is the container's first process and the program its child. Most shells do not pass signals on, so "
        "`docker stop` waits "
        "ten seconds and then kills the program. As a JSON array the program is started directly. A SHELL instruction before it says that "
        "the shell is meant.",
    .fix_note = "One plain command becomes a JSON array of its words. It is then started without a shell, which a person should know.",
    .check_file = check,
};

}  // namespace slipway::lint
