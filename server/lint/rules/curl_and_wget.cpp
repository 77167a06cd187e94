// hadolint's DL4001. Two tools for one task.

#include "lint/rule.h"
#include "lint/runs.h"
#include "lint/sections.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;

struct Seen {
  bool curl = false;
  bool wget = false;
};

void look_at(const Run& run, const semantic::InstructionEntry& entry, Seen& seen, Report& report) {
  const shell::Command* first = nullptr;
  for (const auto& command : run.script.commands) {
    const auto program = command.program();
    if (program != "curl" && program != "wget") continue;
    if (first == nullptr) first = &command;
    (program == "curl" ? seen.curl : seen.wget) = true;
  }
  if (first == nullptr || !seen.curl || !seen.wget) return;
  report.at(entry.place(first->name.range))
      .say("curl and wget are both used in this stage. One of them is enough, and the other need not be installed.");
}

void check(const Context& context, Report& report) {
  Seen in_triggers;
  for (const auto& section : sections(context)) {
    Seen seen;
    each_instruction(context, section, [&](InstructionId id, const semantic::InstructionEntry& entry) {
      if (const auto* run = run_at(context, id)) look_at(*run, entry, run->is_trigger ? in_triggers : seen, report);
    });
  }
}

}  // namespace

extern const Rule curl_and_wget;
const Rule curl_and_wget = {
    .name = "curl-and-wget",
    .aliases = {"hadolint/DL4001"},
    .level = Level::Hint,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "A stage uses both curl and wget.",
    .why = "Both fetch files. A second tool is a package more to install and to keep patched.",
    .check_file = check,
};

}  // namespace slipway::lint
