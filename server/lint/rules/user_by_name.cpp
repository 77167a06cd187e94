// hadolint's DL3066. A name means nothing outside the image.

#include <algorithm>

#include "lint/command_words.h"
#include "lint/declared.h"
#include "lint/rule.h"
#include "lint/runs.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;

/// True when the stage (or one below) makes the user with a number.
bool has_fixed_number(const Context& context, InstructionId id, std::string_view name) {
  bool found = false;
  walk_up(context, id, [&](InstructionId above) {
    const auto* run = run_at(context, above);
    if (run == nullptr) return true;
    for (const auto& command : run->script.commands) {
      const bool adds = command.program() == "useradd" || command.program() == "adduser" || command.program() == "usermod";
      found = found || (adds && command.has_argument(name) && has_flag(command, "u uid"));
    }
    return !found;
  });
  return found;
}

void check(const Context& context, InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != syntax::Keyword::User || entry.syntax().words.empty()) return;
  const auto& word = entry.syntax().words.front();
  const auto text = without_quotes(word.text);
  const auto name = text.substr(0, text.find(':'));
  if (has_declared_variable(context, id, word.range) || std::all_of(name.begin(), name.end(), is_digit)) return;
  if (has_fixed_number(context, id, name)) return;
  const bool variable = text.find('$') != std::string_view::npos;
  report.at(entry.place(word.range))
      .say(
          variable
              ? "No ARG or ENV of this file sets '" + std::string(text) +
                    "', so whether it is a number is not known here. Orchestrators and shared volumes know numbers only."
              : "'" + std::string(name) +
                    "' is a user by name. Kubernetes cannot tell that it is not root (runAsNonRoot), and shared volumes know numbers only. "
                    "Write the number, or give the user a fixed one.");
}

}  // namespace

extern const Rule user_by_name;
const Rule user_by_name = {
    .name = "user-by-name",
    .aliases = {"hadolint/DL3066"},
    .level = Level::Hint,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::User},
    .fix = std::nullopt,
    .summary = "USER names a user whose number is not known here.",
    .why =
        "Outside of the image only numbers count: for files on volumes, and for orchestrators that must know whether a container runs as "
        "root.",
    .peers =
        "Users that the file makes with a fixed number, and variables of ENV as well as ARG, are not reported (hadolint #1222, #1234).",
    .covered_by = {"final-stage-root"},
    .check_instruction = check,
};

}  // namespace slipway::lint
