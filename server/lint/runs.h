#pragma once
// RUN instructions as rules see them: by themselves, or as ONBUILD's trigger. What is worked out from the text of one is remembered with it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/invocation.h"
#include "lint/rule.h"
#include "shell/script.h"

namespace slipway::lint {

/// All ranges count bytes from the instruction's first byte.
struct Run {
  const syntax::Instruction& syntax;  ///< the RUN itself, also when ONBUILD stands before it
  const shell::Script& script;
  std::vector<Invocation> calls;  ///< commands that are package managers, in order
  bool is_trigger = false;        ///< ONBUILD stands before it

  /// True when words can be put beside the words of the command: it stands as shell text in the file.
  [[nodiscard]] bool editable(const shell::Command& command) const;
  /// True when a cache or tmpfs is mounted at a place whose path holds `part`.
  [[nodiscard]] bool has_cache_at(std::string_view part) const;
  /// True when one of the commands is this program.
  [[nodiscard]] bool starts(std::string_view program) const;
};

/// A RUN, and what the rules of `Scope::Run` find in it.
struct RunFacts {
  Run run;
  std::vector<Finding> findings;
};

/// Null for instructions that are no RUN.
[[nodiscard]] const RunFacts* run_facts(const semantic::InstructionEntry& entry);

/// The RUN of an instruction or of its ONBUILD; null for others.
[[nodiscard]] const Run* run_at(const Context& context, semantic::InstructionId id);

/// The same, but null for an ONBUILD.
[[nodiscard]] const Run* plain_run_at(const Context& context, semantic::InstructionId id);

/// A fix that puts words behind one that stands there; nothing when the command cannot be edited.
[[nodiscard]] std::optional<Fix> insert_behind(const Run& run, const shell::Command& command, const shell::Argument& word,
                                               std::string_view text, Safety safety = Safety::Safe);

/// A finding as it stands in the file, when the instruction begins at `offset`.
[[nodiscard]] Finding shifted(Finding finding, text::Offset offset);

}  // namespace slipway::lint
