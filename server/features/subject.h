#pragma once
// The named thing under a cursor, asked once by hover, definition, references and rename.

#include <optional>
#include <variant>
#include <vector>

#include "snapshot/document_snapshot.h"

namespace slipway::features {

/// How a word names a stage.
enum class StageWord { Own, Name, Number };

/// A stage: its own name behind AS, or a word that refers to it.
struct StageSubject {
  semantic::StageId stage;
  text::TextRange word;
  StageWord kind = StageWord::Own;
};

/// A variable: its declaration, or a use of it.
struct VariableSubject {
  std::optional<semantic::VariableId> variable;  ///< nothing for a use that has no declaration
  text::TextRange word;
  const semantic::Reference* reference = nullptr;  ///< null at a declaration
};

/// The name of a heredoc, at its start or at its end.
struct HeredocSubject {
  text::TextRange word;
  text::TextRange start;               ///< the name behind `<<`
  std::optional<text::TextRange> end;  ///< the marker; nothing when the heredoc has no end
  text::TextRange body;
  const syntax::Heredoc* heredoc = nullptr;
};

using Subject = std::variant<std::monostate, StageSubject, VariableSubject, HeredocSubject>;

[[nodiscard]] Subject subject_at(const snapshot::DocumentSnapshot& document, text::Offset offset);

/// A word that refers to a stage.
struct StageUse {
  text::TextRange range;
  semantic::ReferenceKind kind = semantic::ReferenceKind::StageInFrom;
  StageWord word = StageWord::Name;
};

/// The model's references to a stage and those in ONBUILD's triggers, which the model leaves out since they take effect in another
/// build. In order of their places.
[[nodiscard]] std::vector<StageUse> stage_uses(const snapshot::DocumentSnapshot& document, semantic::StageId stage);

/// All declarations that live and die with this one: re-declarations in its stage and in stages built on it, the global ARG that they
/// inherit from, and what else inherits from that. In order.
[[nodiscard]] std::vector<semantic::VariableId> whole_life(const semantic::Model& model, semantic::VariableId variable);

/// The instruction at a place and the one that ONBUILD keeps, if the place is in that.
struct InstructionHere {
  semantic::InstructionId id;
  const semantic::InstructionEntry* entry = nullptr;
  const syntax::Instruction* instruction = nullptr;  ///< the trigger's where the place is in a trigger

  [[nodiscard]] text::TextRange place(text::TextRange relative) const { return entry->place(relative); }
};

/// Nothing between instructions, in comments inside them, and in heredocs' bodies.
[[nodiscard]] std::optional<InstructionHere> instruction_here(const snapshot::DocumentSnapshot& document, text::Offset offset);

}  // namespace slipway::features
