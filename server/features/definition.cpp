#include "features/definition.h"

#include "features/subject.h"
#include "refactor/paths.h"
#include "refactor/workspace.h"
#include "features/stage_paths.h"

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

/// The file that a source of COPY or ADD names.
std::vector<Target> path_targets(const DocumentSnapshot& document, text::Offset offset) {
  const auto here = instruction_here(document, offset);
  if (!here || (here->instruction->keyword != Keyword::Copy && here->instruction->keyword != Keyword::Add)) return {};
  if (here->instruction->flag("from") != nullptr) return {};
  std::vector<Target> targets;
  const refactor::Workspace context(document);
  for (const auto* source : here->instruction->sources()) {
    const auto word = here->place(source->range);
    if (!word.touches(offset)) continue;
    const auto pattern = with_values(document, here->id, source->text);
    for (const auto& path : context.matching(pattern)) {
      if (context.is_file(path)) targets.push_back({refactor::join_path(document.context_folder, path), {0, 0}, {0, 0}, word});
    }
    break;
  }
  return targets;
}

}  // namespace

std::vector<Target> definition(const DocumentSnapshot& document, text::Offset offset) {
  const auto subject = subject_at(document, offset);
  if (const auto* stage = std::get_if<StageSubject>(&subject)) return {to_stage(document, document.model().stage(stage->stage), stage->word)};
  if (const auto* variable = std::get_if<VariableSubject>(&subject)) return variable_targets(document, *variable);
  if (const auto* heredoc = std::get_if<HeredocSubject>(&subject)) return {{{}, heredoc->start, heredoc->start, heredoc->word}};
  return path_targets(document, offset);
}

}  // namespace slipway::features
