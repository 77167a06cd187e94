#include "features/definition.h"

#include "features/stage_paths.h"
#include "features/subject.h"
#include "refactor/paths.h"
#include "refactor/workspace.h"

namespace slipway::features {

namespace {

using semantic::Stage;
using semantic::Variable;
using snapshot::DocumentSnapshot;
using syntax::Keyword;
using text::TextRange;

Target to_stage(const DocumentSnapshot& document, const Stage& stage, TextRange origin) {
  const auto from = document.analysis->instruction(stage.from).range;
  return {{}, from, stage.name.empty() ? stage.base_range : stage.name_range, origin};
}

Target to_variable(const DocumentSnapshot& document, const Variable& variable, TextRange origin) {
  return {{}, document.analysis->instruction(variable.instruction).range, variable.name_range, origin};
}

/// A use leads to the nearest declaration, `ARG X` without a value on to the global ARG that it repeats.
std::vector<Target> variable_targets(const DocumentSnapshot& document, const VariableSubject& subject) {
  if (!subject.variable) return {};
  const auto& model = document.model();
  const auto& variable = model.variable(*subject.variable);
  const bool repeats = subject.reference == nullptr && variable.inherits;
  return {to_variable(document, repeats ? model.variable(*variable.inherits) : variable, subject.word)};
}

/// The word at a place that names files of the build context: a source of COPY or ADD, or of a bind mount. Its range is the file's.
std::optional<syntax::Word> context_source(const InstructionHere& here, text::Offset offset) {
  const auto& instruction = *here.instruction;
  if ((instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add) && instruction.flag("from") == nullptr) {
    for (const auto* source : instruction.sources()) {
      if (here.place(source->range).touches(offset)) return syntax::Word{source->text, here.place(source->range)};
    }
  }
  for (const auto& mount : instruction.mounts) {
    const auto* source = mount.find("source");
    if (source == nullptr || !source->value || mount.find("from") != nullptr || mount.type() != "bind") continue;
    if (here.place(source->value_range).touches(offset)) return syntax::Word{*source->value, here.place(source->value_range)};
  }
  return {};
}

/// The files that the word at a place names.
std::vector<Target> path_targets(const DocumentSnapshot& document, text::Offset offset) {
  const auto here = instruction_here(document, offset);
  if (!here) return {};
  const auto source = context_source(*here, offset);
  if (!source) return {};
  std::vector<Target> targets;
  const refactor::Workspace context(document);
  for (const auto& path : context.matching(with_values(document, here->id, source->text))) {
    if (context.is_file(path)) targets.push_back({refactor::join_path(document.context_folder, path), {0, 0}, {0, 0}, source->range});
  }
  return targets;
}

}  // namespace

std::vector<Target> definition(const DocumentSnapshot& document, text::Offset offset) {
  const auto subject = subject_at(document, offset);
  if (const auto* stage = std::get_if<StageSubject>(&subject))
    return {to_stage(document, document.model().stage(stage->stage), stage->word)};
  if (const auto* variable = std::get_if<VariableSubject>(&subject)) return variable_targets(document, *variable);
  if (const auto* heredoc = std::get_if<HeredocSubject>(&subject)) return {{{}, heredoc->start, heredoc->start, heredoc->word}};
  return path_targets(document, offset);
}

}  // namespace slipway::features
