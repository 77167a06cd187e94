// hadolint's DL3059. Steps that could be one.

#include <algorithm>
#include <optional>

#include "lint/places.h"
#include "lint/rule.h"
#include "lint/runs.h"
#include "lint/sections.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;

/// `--mount`, `--network` and `--security`, in one order.
std::vector<std::string> flags_of(const Run& run) {
  std::vector<std::string> out;
  for (const auto& flag : run.syntax.flags) out.push_back(flag.name + "=" + flag.value.value_or(""));
  std::sort(out.begin(), out.end());
  return out;
}

bool is_short(const Run& run) {
  const auto& commands = run.script.commands;
  return std::count_if(commands.begin(), commands.end(), [](const shell::Command& command) { return !command.name.text.empty(); }) <= 1;
}

/// Two shell forms with nothing but white space between become one with `&&`.
std::optional<Fix> joined(const Context& context, const semantic::InstructionEntry& first, const semantic::InstructionEntry& second) {
  for (const auto* entry : {&first, &second}) {
    const auto& syntax = entry->syntax();
    if (syntax.form != syntax::Form::Shell || !syntax.heredocs.empty() || !syntax.flags.empty()) return std::nullopt;
    if (syntax.arguments.begin == syntax.arguments.end || entry->facts->script().commands.empty()) return std::nullopt;
  }
  const TextRange between = {first.place(first.syntax().arguments).end, second.range.begin};
  if (!trim(context.analysis.source.slice(between)).empty()) return std::nullopt;
  const char escape = context.analysis.directives.escape;
  return replace({between.begin, second.place(second.syntax().arguments).begin},
                 std::string(" && ") + escape + std::string(context.analysis.source.line_end()) + "    ", "Join with the RUN before",
                 Safety::Unsafe);
}

void check_section(const Context& context, const Section& section, Report& report) {
  const Run* first = nullptr;
  each_instruction(context, section, [&](InstructionId id, const semantic::InstructionEntry& entry) {
    const auto* run = plain_run_at(context, id);
    const bool follows = run != nullptr && first != nullptr && is_short(*run) && is_short(*first) && flags_of(*run) == flags_of(*first);
    if (!follows) {
      first = run;
      return;
    }
    auto finding = report.at(keyword_place(context.analysis, entry));
    finding.say(
        "This RUN and the one before are one command each and could be one step with `&&`. Each RUN is a layer of its own; keep them apart "
        "where the first changes less often.");
    if (auto fix = joined(context, context.analysis.instruction(InstructionId{id.value - 1}), entry)) finding.fix(std::move(*fix));
  });
}

void check(const Context& context, Report& report) {
  for (const auto& section : sections(context)) check_section(context, section, report);
}

}  // namespace

extern const Rule consecutive_runs;
const Rule consecutive_runs = {
    .name = "consecutive-runs",
    .aliases = {"hadolint/DL3059"},
    .level = Level::Hint,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "A RUN follows another, and each is one command.",
    .why =
        "Every RUN makes a layer. Files that the second deletes stay in the first, and many small layers are slower to fetch. Two steps "
        "are better where the first changes less often than the second: then the cache keeps it.",
    .fix_note = "The two become one with `&&`. A failed step is then repeated from its first command.",
    .peers = "Comments between the two do not matter, as in hadolint.",
    .check_file = check,
};

}  // namespace slipway::lint
