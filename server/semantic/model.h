#pragma once
// What a Dockerfile means: stages, variables, references and edges, as four flat lists of plain structs linked by typed ids.
// Every feature and rule reads these lists; none derives them again. All ranges count bytes of the file. String views point into
// the facts that the Analysis keeps alive.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "semantic/ids.h"
#include "syntax/stage_reference.h"
#include "text/text_range.h"

namespace slipway::semantic {

using text::TextRange;

/// What a stage stands on.
enum class BaseKind { Image, Stage, Scratch, NamedContext, Missing };

struct Stage {
  StageId id;
  InstructionId from;             ///< its FROM
  InstructionId end;              ///< one past its last instruction
  std::string name;               ///< lower case as BuildKit stores it; empty for an unnamed stage
  std::string_view written_name;  ///< as in the file
  TextRange name_range;           ///< empty range at the end of FROM when unnamed
  std::string_view base;          ///< text of the image word, variables as written
  TextRange base_range;
  std::string base_value;     ///< the same with global ARGs put in; empty when it cannot be known
  std::string_view platform;  ///< value of --platform as written; empty without one
  BaseKind base_kind = BaseKind::Missing;
  std::optional<StageId> base_stage;  ///< for BaseKind::Stage
  TextRange range;                    ///< from FROM to the end of the last instruction
  bool needed = false;                ///< the last stage, or one that the last stage needs, directly or not
};

enum class VariableKind { GlobalArg, Arg, Env };

/// A declaration: one ARG name or one ENV key. Re-declarations are variables of their own.
struct Variable {
  VariableId id;
  VariableKind kind = VariableKind::Arg;
  std::string_view name;
  std::optional<StageId> stage;  ///< nothing for GlobalArg
  InstructionId instruction;
  TextRange name_range;
  std::optional<std::string_view> written;  ///< default or value as written, quotes and variables in it
  TextRange value_range;                    ///< empty range without a value
  std::optional<std::string> value;         ///< what it is at this place, as far as it can be known without build arguments
  std::optional<VariableId> inherits;       ///< stage `ARG X`: the global ARG X whose value it takes
  std::optional<VariableId> shadows;        ///< the declaration of the same name that was in force before
};

enum class ReferenceKind { StageInFrom, StageInCopy, StageInMount, Variable };

/// A word that refers to a stage or a variable. What is not in the file (images, predefined and shell variables) has no target.
struct Reference {
  ReferenceKind kind = ReferenceKind::Variable;
  TextRange range;  ///< the name alone: `builder` of `--from=builder`, `X` of `${X:-y}`
  std::string_view text;
  InstructionId instruction;
  std::optional<StageId> in_stage;     ///< where it stands; nothing before the first FROM
  std::optional<StageId> stage;        ///< target
  std::optional<VariableId> variable;  ///< target: the declaration in force at this place
  bool by_number = false;              ///< `--from=0`
  bool predefined = false;             ///< a variable that BuildKit defines by itself: TARGETARCH, HTTP_PROXY …
};

/// `from` needs `to`: its base, a COPY --from, or a mount.
struct Edge {
  StageId from;
  StageId to;
  syntax::StageReferenceKind kind = syntax::StageReferenceKind::From;
  InstructionId instruction;
  TextRange range;  ///< the word that makes the edge
};

struct Model {
  std::vector<Stage> stages;          ///< in order; index = BuildKit's stage number
  std::vector<Variable> variables;    ///< in order of their places
  std::vector<Reference> references;  ///< in order of their places
  std::vector<Edge> edges;            ///< in order of their places
  std::vector<StageId> named_stages;  ///< those with a name, in order of names; of equal names in order of places

  [[nodiscard]] const Stage& stage(StageId id) const { return stages[id.index()]; }
  [[nodiscard]] const Variable& variable(VariableId id) const { return variables[id.index()]; }
  [[nodiscard]] const Stage* final_stage() const { return stages.empty() ? nullptr : &stages.back(); }
  /// The stage an instruction belongs to; null before the first FROM.
  [[nodiscard]] const Stage* stage_of(InstructionId instruction) const;
  /// The last stage with this name in any case (as COPY --from and mounts look it up); null if none.
  [[nodiscard]] const Stage* find_stage(std::string_view name) const;
  /// The last stage before `before` that is stored under this name, byte for byte; nothing if none.
  [[nodiscard]] std::optional<StageId> stage_before(std::string_view stored_name, StageId before) const;
  /// The reference whose range touches the place; null if none.
  [[nodiscard]] const Reference* reference_at(text::Offset offset) const;
  /// The declaration whose name touches the place; null if none.
  [[nodiscard]] const Variable* variable_at(text::Offset offset) const;
  /// The stage whose name (behind AS) touches the place; null if none.
  [[nodiscard]] const Stage* stage_named_at(text::Offset offset) const;
};

}  // namespace slipway::semantic
