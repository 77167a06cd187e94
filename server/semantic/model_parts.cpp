#include "semantic/model_parts.h"

#include <algorithm>

#include "support/strings.h"

namespace slipway::semantic {

namespace {

using syntax::StageReferenceKind;

ReferenceKind reference_kind(StageReferenceKind kind) {
  switch (kind) {
    case StageReferenceKind::From: return ReferenceKind::StageInFrom;
    case StageReferenceKind::Copy: return ReferenceKind::StageInCopy;
    case StageReferenceKind::Mount: return ReferenceKind::StageInMount;
  }
  return ReferenceKind::StageInFrom;
}

StageReferenceKind edge_kind(ReferenceKind kind) {
  return kind == ReferenceKind::StageInFrom   ? StageReferenceKind::From
         : kind == ReferenceKind::StageInCopy ? StageReferenceKind::Copy
                                              : StageReferenceKind::Mount;
}

/// Most values have nothing that an expansion would change: letters, digits and what stands in versions, paths and lists.
bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '+' && c <= ':') || c == '_' || c == '=';
  });
}

}  // namespace

Stage stage_at(const InstructionEntry& from, InstructionId instruction, StageId id) {
  const auto& parts = from.syntax().from;
  Stage stage;
  stage.id = id;
  stage.from = instruction;
  stage.end = InstructionId{instruction.value + 1};
  stage.range = from.range;
  stage.name_range = stage.base_range = {from.range.end, from.range.end};
  if (parts && parts->image) {
    stage.base = parts->image->text;
    stage.base_range = from.place(parts->image->range);
  }
  if (parts && parts->name) {
    stage.written_name = parts->name->text;
    stage.name = to_lower(stage.written_name);
    stage.name_range = from.place(parts->name->range);
  }
  if (const auto* platform = from.syntax().flag("platform"); platform != nullptr && platform->value) stage.platform = *platform->value;
  return stage;
}

void place_variable(const InstructionEntry& at, const syntax::KeyValue& pair, Variable& variable) {
  variable.name = pair.key.text;
  variable.name_range = at.place(pair.key.range);
  variable.value_range = pair.value ? at.place(pair.value->range) : TextRange{variable.name_range.end, variable.name_range.end};
  variable.written = pair.value ? std::optional<std::string_view>(pair.value->text) : std::nullopt;
}

bool expand_base(Stage& stage, char escape, const Lookup& globals) {
  if (stage.base.empty()) return false;
  if (is_plain(stage.base)) {
    stage.base_value = stage.base;
    return true;
  }
  auto expanded = expand(stage.base, escape, globals);
  if (expanded.error || expanded.text.empty()) return false;
  if (expanded.undefined.empty()) stage.base_value = std::move(expanded.text);
  return true;
}

void classify_base(Stage& stage, std::optional<StageId> earlier, const BuildInputs& inputs) {
  const auto& contexts = inputs.named_contexts;
  if (earlier) {
    stage.base_kind = BaseKind::Stage;
    stage.base_stage = earlier;
  } else if (stage.base_value == "scratch") {
    stage.base_kind = BaseKind::Scratch;
  } else if (std::find(contexts.begin(), contexts.end(), stage.base_value) != contexts.end()) {
    stage.base_kind = BaseKind::NamedContext;
  } else {
    stage.base_kind = BaseKind::Image;
  }
}

std::optional<std::size_t> declared_before(const syntax::Instruction& instruction, const syntax::VariableUse& use) {
  if (instruction.keyword != syntax::Keyword::Arg) return {};
  std::optional<std::size_t> own;
  std::size_t next = 0;
  for (const auto& pair : instruction.pairs) {
    if (pair.range.end > use.range.begin) break;
    if (pair.key.text.empty()) continue;
    if (pair.key.text == use.name) own = next;
    ++next;
  }
  return own;
}

Reference variable_reference(const InstructionEntry& at, InstructionId instruction, const syntax::VariableUse& use) {
  Reference reference;
  reference.kind = ReferenceKind::Variable;
  reference.range = at.place(use.name_range);
  reference.text = use.name;
  reference.instruction = instruction;
  return reference;
}

Reference stage_word_reference(const InstructionEntry& at, InstructionId instruction, const syntax::StageReference& word) {
  Reference reference;
  reference.kind = reference_kind(word.kind);
  reference.range = at.place(word.range);
  reference.text = word.text;
  reference.instruction = instruction;
  return reference;
}

std::optional<StageId> stage_by_number(std::int64_t number, const Model& model) {
  if (number < 0 || number >= static_cast<std::int64_t>(model.stages.size())) return {};
  return StageId{static_cast<std::uint32_t>(number)};
}

std::optional<Edge> edge_of(const Reference& reference) {
  if (reference.kind == ReferenceKind::Variable || !reference.stage || !reference.in_stage) return {};
  return Edge{*reference.in_stage, *reference.stage, edge_kind(reference.kind), reference.instruction, reference.range};
}

void insert_in_place(const Reference& reference, std::vector<Reference>& references) {
  auto at = references.end();
  while (at != references.begin() && (at - 1)->instruction == reference.instruction && (at - 1)->range.begin > reference.range.begin) --at;
  references.insert(at, reference);
}

std::optional<std::string> known_value(std::string_view word, char escape, const Lookup& lookup) {
  if (is_plain(word)) return std::string(word);
  auto expanded = expand(word, escape, lookup);
  if (expanded.error || !expanded.undefined.empty()) return {};
  return std::move(expanded.text);
}

void sort_names(Model& model) {
  model.named_stages.clear();
  for (const auto& stage : model.stages) {
    if (!stage.name.empty()) model.named_stages.push_back(stage.id);
  }
  std::stable_sort(model.named_stages.begin(), model.named_stages.end(),
                   [&](StageId a, StageId b) { return model.stage(a).name < model.stage(b).name; });
}

void mark_needed(Model& model) {
  if (model.stages.empty()) return;
  std::vector<std::uint32_t> first(model.stages.size() + 1, 0);  // edges of a stage, in a list sorted by stage
  for (const auto& edge : model.edges) ++first[edge.from.index() + 1];
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  std::vector<StageId> needs(model.edges.size());
  auto next = first;
  for (const auto& edge : model.edges) needs[next[edge.from.index()]++] = edge.to;
  for (auto& stage : model.stages) stage.needed = false;
  std::vector<StageId> open = {model.stages.back().id};
  while (!open.empty()) {
    auto& stage = model.stages[open.back().index()];
    open.pop_back();
    if (stage.needed) continue;
    stage.needed = true;
    for (auto at = first[stage.id.index()]; at < first[stage.id.index() + 1]; ++at) open.push_back(needs[at]);
  }
}

}  // namespace slipway::semantic
