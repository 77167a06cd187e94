#include "features/references.h"

#include <algorithm>

#include "features/subject.h"

namespace slipway::features {

namespace {

using semantic::Model;
using snapshot::DocumentSnapshot;

std::vector<Occurrence> of_stage(const DocumentSnapshot& document, semantic::StageId id) {
  const auto& stage = document.model().stage(id);
  // A stage without a name is defined by its FROM: the image stands for it.
  std::vector<Occurrence> found = {{stage.name.empty() ? stage.base_range : stage.name_range, Access::Write}};
  for (const auto& use : stage_uses(document, id)) found.push_back({use.range, Access::Read});
  return found;
}

std::vector<Occurrence> of_variable(const Model& model, const VariableSubject& subject) {
  std::vector<Occurrence> found;
  if (!subject.variable) {
    // Predefined variables and those of the base image: the uses of that name without a declaration, in the same stage.
    for (const auto& reference : model.references) {
      const bool same =
          reference.kind == semantic::ReferenceKind::Variable && !reference.variable && reference.text == subject.reference->text;
      if (same && reference.in_stage == subject.reference->in_stage) found.push_back({reference.range, Access::Read});
    }
    return found;
  }
  const auto life = whole_life(model, *subject.variable);
  for (const auto id : life) found.push_back({model.variable(id).name_range, Access::Write});
  for (const auto& reference : model.references) {
    if (reference.variable && std::binary_search(life.begin(), life.end(), *reference.variable))
      found.push_back({reference.range, Access::Read});
  }
  return found;
}

std::vector<Occurrence> of_heredoc(const HeredocSubject& heredoc) {
  std::vector<Occurrence> found = {{heredoc.start, Access::Write}};
  if (heredoc.end) found.push_back({*heredoc.end, Access::Read});
  return found;
}

}  // namespace

std::vector<Occurrence> references(const DocumentSnapshot& document, text::Offset offset, Declarations declarations) {
  const auto subject = subject_at(document, offset);
  std::vector<Occurrence> found;
  if (const auto* stage = std::get_if<StageSubject>(&subject)) found = of_stage(document, stage->stage);
  if (const auto* variable = std::get_if<VariableSubject>(&subject)) found = of_variable(document.model(), *variable);
  if (const auto* heredoc = std::get_if<HeredocSubject>(&subject)) found = of_heredoc(*heredoc);
  if (declarations == Declarations::LeaveOut) {
    found.erase(std::remove_if(found.begin(), found.end(), [](const Occurrence& place) { return place.access == Access::Write; }),
                found.end());
  }
  std::sort(found.begin(), found.end(), [](const Occurrence& a, const Occurrence& b) { return a.range < b.range; });
  return found;
}

}  // namespace slipway::features
