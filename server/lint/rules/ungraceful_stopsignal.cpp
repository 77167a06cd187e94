// tally's no-ungraceful-stopsignal. A program cannot prepare for these signals.

#include <algorithm>
#include <array>

#include "lint/declared.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

constexpr auto sudden = std::to_array<std::string_view>({"KILL", "SIGKILL", "9", "STOP", "SIGSTOP", "19"});

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != syntax::Keyword::Stopsignal || entry.syntax().words.size() != 1) return;
  const auto& word = entry.syntax().words.front();
  if (std::find(sudden.begin(), sudden.end(), to_upper(without_quotes(word.text))) == sudden.end()) return;
  report.at(entry.place(word.range))
      .say(
          "No program can catch this signal: every stop of the container is a crash. SIGTERM is the default; some servers finish their "
          "work on SIGQUIT or SIGINT.")
      .fix(replace(entry.place(word.range), "SIGTERM", "Change to SIGTERM", Safety::Unsafe));
}

}  // namespace

extern const Rule ungraceful_stopsignal;
const Rule ungraceful_stopsignal = {
    .name = "ungraceful-stopsignal",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::Instruction,
    .fix = Safety::Unsafe,
    .summary = "STOPSIGNAL is a signal that cannot be caught.",
    .why = "Open requests are cut off and files are left half written, every time the container is stopped.",
    .fix_note = "The signal becomes SIGTERM, which programs can handle.",
    .check_instruction = check,
};

}  // namespace slipway::lint
