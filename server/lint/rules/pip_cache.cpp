// hadolint's DL3042. pip keeps what it downloaded.

#include <algorithm>

#include "lint/command_words.h"
#include "lint/declared.h"
#include "lint/packages.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

constexpr std::string_view affirmative = "1 true True TRUE on On ON yes Yes YES";
constexpr std::string_view variable = "PIP_NO_CACHE_DIR";

bool is_off(std::string_view value) { return catalog::is_listed(affirmative, without_quotes(value)); }

bool off_in_script(const Run& run, const shell::Command& command) {
  const auto switches = [](const shell::Assignment& assignment) { return assignment.name == variable && is_off(assignment.value); };
  if (std::any_of(command.assignments.begin(), command.assignments.end(), switches)) return true;
  return std::any_of(run.script.commands.begin(), run.script.commands.end(), [&](const shell::Command& other) {
    return other.range.begin < command.range.begin && std::any_of(other.assignments.begin(), other.assignments.end(), switches);
  });
}

bool is_emptied_behind(const Run& run, const Invocation& call) {
  return std::any_of(run.script.commands.begin(), run.script.commands.end(), [&](const shell::Command& command) {
    return command.range.begin > call.command->range.begin && (empties_cache(command, *call.manager) || removes_folder(command, "/root/."));
  });
}

bool off_above(const Context& context, semantic::InstructionId id) {
  const auto values = env_values_above(context, id, variable);
  return (!values.empty() && is_off(values.front())) || arg_above(context, id, variable);
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto* run = run_at(context, id);
  if (run == nullptr || run->calls.empty() || run->has_cache_at(".cache/pip")) return;
  const auto& entry = context.analysis.instruction(id);
  each_call(*run, catalog::PackageFamily::Pip, [&](const Invocation& call) {
    if (!call.installs() || has_flag(*call.command, call.manager->no_cache) || may_hold_flags(*call.command)) return;
    if (is_emptied_behind(*run, call)) return;
    if (off_in_script(*run, *call.command) || off_above(context, id)) return;
    auto finding = report.at(entry.place(call.verb_word->range));
    finding.say(
        "pip keeps every file that it downloads in a cache that nobody reads again. Add `--no-cache-dir`, or mount a cache at "
        "/root/.cache/pip.");
    if (auto fix = insert_behind(*run, *call.command, *call.verb_word, "--no-cache-dir")) {
      for (auto& edit : fix->edits) edit.range = entry.place(edit.range);
      finding.fix(std::move(*fix));
    }
  });
}

}  // namespace

extern const Rule pip_cache;
const Rule pip_cache = {
    .name = "pip-cache",
    .aliases = {"hadolint/DL3042"},
    .level = Level::Info,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Run, syntax::Keyword::Onbuild},
    .fix = Safety::Safe,
    .summary = "`pip install` leaves its cache in the layer.",
    .why = "The cache doubles what the installed packages take. With a cache mount it serves the next build instead of the image.",
    .fix_note = "`--no-cache-dir` is put behind `install`.",
    .peers = "An ARG of the name PIP_NO_CACHE_DIR counts too, since it reaches RUN.",
    .check_instruction = check,
};

}  // namespace slipway::lint
