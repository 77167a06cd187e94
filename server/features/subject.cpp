#include "features/subject.h"

#include <algorithm>

#include "syntax/stage_reference.h"

namespace slipway::features {

namespace {

using semantic::InstructionEntry;
using semantic::Model;
using semantic::ReferenceKind;
using semantic::VariableId;
using snapshot::DocumentSnapshot;
using text::Offset;
using text::TextRange;

std::optional<HeredocSubject> heredoc_subject(const DocumentSnapshot& document, Offset offset) {
  const auto id = document.analysis->instruction_at(offset);
  if (!id) return {};
  const auto& entry = document.analysis->instruction(*id);
  for (const auto& heredoc : entry.syntax().heredocs) {
    HeredocSubject subject;
    subject.start = entry.place(heredoc.name_range);
    if (heredoc.terminated) subject.end = entry.place(heredoc.end);
    subject.body = entry.place(heredoc.body);
    subject.heredoc = &heredoc;
    if (subject.start.touches(offset)) {
      subject.word = subject.start;
      return subject;
    }
    if (subject.end && subject.end->touches(offset)) {
      subject.word = *subject.end;
      return subject;
    }
  }
  return {};
}

/// A stage word of an ONBUILD's trigger and the stage that it names in this file.
struct TriggerWord {
  semantic::StageId stage;
  StageUse use;
};

std::vector<TriggerWord> trigger_words(const Model& model, const InstructionEntry& entry) {
  std::vector<TriggerWord> out;
  if (!entry.syntax().trigger) return out;
  for (const auto& word : syntax::stage_references(*entry.syntax().trigger)) {
    const bool in_copy = word.kind == syntax::StageReferenceKind::Copy;
    const auto index = in_copy ? syntax::stage_index(word.text) : std::nullopt;
    const auto* stage = index ? nullptr : model.find_stage(word.text);
    if (index && *index >= 0 && *index < static_cast<std::int64_t>(model.stages.size()))
      stage = &model.stages[static_cast<std::size_t>(*index)];
    if (stage == nullptr) continue;
    const auto kind = in_copy ? ReferenceKind::StageInCopy : ReferenceKind::StageInMount;
    out.push_back({stage->id, {entry.place(word.range), kind, index ? StageWord::Number : StageWord::Name}});
  }
  return out;
}

std::optional<StageSubject> trigger_subject(const DocumentSnapshot& document, Offset offset) {
  const auto id = document.analysis->instruction_at(offset);
  if (!id) return {};
  for (const auto& word : trigger_words(document.model(), document.analysis->instruction(*id))) {
    if (word.use.range.touches(offset)) return StageSubject{word.stage, word.use.range, word.use.word};
  }
  return {};
}

/// Groups of declarations that are tied to each other: each points at another of its group, one at itself.
class Groups {
 public:
  explicit Groups(const Model& model) {
    for (std::uint32_t i = 0; i < model.variables.size(); ++i) parents_.push_back(i);
    for (const auto& variable : model.variables) {
      if (variable.inherits) join(variable.id, *variable.inherits);
      if (variable.shadows) join(variable.id, *variable.shadows);
    }
  }
  [[nodiscard]] std::uint32_t of(VariableId id) {
    auto at = id.value;
    while (parents_[at] != at) at = parents_[at] = parents_[parents_[at]];
    return at;
  }

 private:
  void join(VariableId a, VariableId b) { parents_[of(a)] = of(b); }
  std::vector<std::uint32_t> parents_;
};

}  // namespace

Subject subject_at(const DocumentSnapshot& document, Offset offset) {
  const auto& model = document.model();
  if (const auto* reference = model.reference_at(offset)) {
    if (reference->kind == ReferenceKind::Variable) return VariableSubject{reference->variable, reference->range, reference};
    if (reference->stage)
      return StageSubject{*reference->stage, reference->range, reference->by_number ? StageWord::Number : StageWord::Name};
  }
  if (const auto* stage = model.stage_named_at(offset)) return StageSubject{stage->id, stage->name_range, StageWord::Own};
  if (const auto* variable = model.variable_at(offset)) return VariableSubject{variable->id, variable->name_range, nullptr};
  if (auto heredoc = heredoc_subject(document, offset)) return *heredoc;
  if (const auto stage = trigger_subject(document, offset)) return *stage;
  return {};
}

std::vector<StageUse> stage_uses(const DocumentSnapshot& document, semantic::StageId stage) {
  const auto& model = document.model();
  std::vector<StageUse> out;
  for (const auto& reference : model.references) {
    if (reference.stage == stage)
      out.push_back({reference.range, reference.kind, reference.by_number ? StageWord::Number : StageWord::Name});
  }
  for (const auto& entry : document.analysis->instructions) {
    for (const auto& word : trigger_words(model, entry)) {
      if (word.stage == stage) out.push_back(word.use);
    }
  }
  std::sort(out.begin(), out.end(), [](const StageUse& a, const StageUse& b) { return a.range < b.range; });
  return out;
}

std::vector<VariableId> whole_life(const Model& model, VariableId variable) {
  Groups groups(model);
  std::vector<VariableId> found;
  for (const auto& other : model.variables) {
    if (groups.of(other.id) == groups.of(variable)) found.push_back(other.id);
  }
  return found;
}

std::optional<InstructionHere> instruction_here(const DocumentSnapshot& document, Offset offset) {
  const auto id = document.analysis->instruction_at(offset);
  if (!id) return {};
  const auto& entry = document.analysis->instruction(*id);
  const auto& whole = entry.syntax();
  if (!entry.place(whole.head).touches(offset)) return {};
  for (const auto comment : whole.line.comments()) {
    if (entry.place(comment).touches(offset)) return {};
  }
  const bool in_trigger = whole.trigger && entry.place(whole.trigger->keyword_range).begin <= offset;
  return InstructionHere{*id, &entry, in_trigger ? whole.trigger.get() : &whole};
}

}  // namespace slipway::features
