#pragma once
// RUN instructions as rules see them: by themselves, or as ONBUILD's trigger.

#include <optional>
#include <string>
#include <string_view>

#include "lint/rule.h"
#include "shell/script.h"

namespace slipway::lint {

/// Ranges of commands and words count bytes from the instruction's first byte; `place` takes them to the file.
struct Run {
  const semantic::InstructionEntry& entry;
  const syntax::Instruction& syntax;  ///< the RUN itself, also when ONBUILD stands before it
  const shell::Script& script;

  [[nodiscard]] TextRange place(TextRange range) const { return entry.place(range); }
  /// True when words can be put beside the words of the command: it stands as shell text in the file.
  [[nodiscard]] bool editable(const shell::Command& command) const;
  /// True when a cache or tmpfs is mounted at a place whose path holds `part`.
  [[nodiscard]] bool has_cache_at(std::string_view part) const;
};

/// Nothing for instructions that are no RUN.
[[nodiscard]] std::optional<Run> run_at(const Context& context, semantic::InstructionId id);

/// The same, but nothing for an ONBUILD.
[[nodiscard]] std::optional<Run> plain_run_at(const Context& context, semantic::InstructionId id);

/// Calls `visit(run, command)` for each command of a RUN, also of an ONBUILD's.
template <class Visit>
void each_command(const Context& context, semantic::InstructionId id, Visit visit) {
  const auto run = run_at(context, id);
  if (!run) return;
  for (const auto& command : run->script.commands) visit(*run, command);
}

/// A fix that puts words behind one that stands there; nothing when the command cannot be edited.
[[nodiscard]] std::optional<Fix> insert_behind(const Run& run, const shell::Command& command, const shell::Argument& word,
                                               std::string_view text, Safety safety = Safety::Safe);

}  // namespace slipway::lint
