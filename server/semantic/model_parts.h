#pragma once
// The entries of a model that follow from one instruction: shared by those who build a model and who patch one. Private to semantic/.

#include <optional>

#include "semantic/analysis.h"
#include "semantic/expansion.h"

namespace slipway::semantic {

/// An ARG or ENV declares its pairs that have a key; an ENV before the first stage is an error and declares nothing.
[[nodiscard]] inline bool declares(syntax::Keyword keyword) { return keyword == syntax::Keyword::Arg || keyword == syntax::Keyword::Env; }

/// The stage that begins with an instruction, as far as the instruction alone tells; it ends with its FROM.
[[nodiscard]] Stage stage_at(const InstructionEntry& from, InstructionId instruction, StageId id);

/// Puts name and places of a declaration into its variable; those of the value too.
void place_variable(const InstructionEntry& at, const syntax::KeyValue& pair, Variable& variable);

/// Puts the global ARGs into the words of FROM; false if that gives no name.
[[nodiscard]] bool expand_base(Stage& stage, char escape, const Lookup& globals);

/// What a base is whose name is known. `earlier` is the earlier stage of that name.
void classify_base(Stage& stage, std::optional<StageId> earlier, const BuildInputs& inputs);

/// ARGs of one line see each other, pairs of one ENV do not: which of the variables that the instruction declares a use in it means,
/// counted from its first; nothing for one from before.
[[nodiscard]] std::optional<std::size_t> declared_before(const syntax::Instruction& instruction, const syntax::VariableUse& use);

/// A use of a variable, its target left out.
[[nodiscard]] Reference variable_reference(const InstructionEntry& at, InstructionId instruction, const syntax::VariableUse& use);

/// A word that may name a stage, its target left out.
[[nodiscard]] Reference stage_word_reference(const InstructionEntry& at, InstructionId instruction, const syntax::StageReference& word);

/// The number that COPY --from= gives for a stage; outside the list it has no target.
[[nodiscard]] std::optional<StageId> stage_by_number(std::int64_t number, const Model& model);

/// The edge of a reference that has a stage as target and stands in one; nothing for others.
[[nodiscard]] std::optional<Edge> edge_of(const Reference& reference);

/// Keeps references in order of places: adds one behind those of its own instruction that stand before it.
void insert_in_place(const Reference& reference, std::vector<Reference>& references);

/// The value of a word with its variables put in; nothing if that cannot be known.
[[nodiscard]] std::optional<std::string> known_value(std::string_view word, char escape, const Lookup& lookup);

/// Puts the stages that have a name in order of names.
void sort_names(Model& model);

/// Sets `needed` of all stages: that the last stage needs them, directly or not.
void mark_needed(Model& model);

}  // namespace slipway::semantic
