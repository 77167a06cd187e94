#pragma once
// A walk through the instructions of all stages in the order in which BuildKit runs them, ONBUILD triggers where they take effect. Checks that
// need values of variables read `Analysis::build()` instead.

#include <functional>

#include "lint/rule.h"

namespace slipway::lint {

/// An instruction where it takes effect: an ONBUILD's trigger does so at the beginning of the stages that stand on its own.
struct Step {
  const semantic::Stage& stage;
  const syntax::Instruction& syntax;
  const semantic::InstructionEntry& home;      ///< the entry that holds it
  const semantic::InstructionEntry& reported;  ///< the entry that BuildKit names: for a trigger the FROM of the stage
  bool is_trigger = false;
  bool has_shell = false;  ///< a SHELL stood before, in the stage or in those it stands on

  /// Where a finding about `range` (relative to the instruction) belongs; it begins on the line that BuildKit reports.
  [[nodiscard]] TextRange place(const semantic::Analysis& analysis, TextRange range) const;
};

using Visit = std::function<void(const Step&)>;
void walk_build(const Context& context, const Visit& visit);

}  // namespace slipway::lint
