#include "semantic/patch_model.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "semantic/model_parts.h"
#include "semantic/model_region.h"
#include "support/strings.h"

namespace slipway::semantic {

namespace {

using syntax::Keyword;
using syntax::StageReferenceKind;

/// A key with a quote or a variable of its own in it: what the value means by itself is then not what the line says, and the line's
/// references may lack names that the value has.
bool has_hidden_uses(const Variable& variable) {
  return variable.written && variable.written->find('$') != std::string_view::npos &&
         variable.name.find_first_of("'\"$\\`") != std::string_view::npos;
}

class ModelPatch {
 public:
  ModelPatch(const Kinship& kinship, const Analysis& after, const RegionChange& change)
      : before_(kinship.base->model()),
        after_(after),
        shift_(kinship.shift),
        change_(change),
        old_(change.old_region()),
        new_(change.new_region()) {}

  /// False when the model has to be built anew.
  bool run() {
    copy_stages();
    copy_variables();
    copy_prefix_of_references();
    for (auto i = new_.begin; i < new_.end && fits_; ++i) patch_instruction(InstructionId{i});
    if (!fits_) return false;
    copy_tail_of_references();
    copy_edges();
    spread_values();
    return fits_;
  }

  Model take() { return std::move(model_); }

 private:
  [[nodiscard]] VariableId moved(VariableId id) const {
    return id.index() < old_variables_end_ ? id
                                           : VariableId{static_cast<std::uint32_t>(id.index() - old_variables_end_ + new_variables_end_)};
  }
  [[nodiscard]] TextRange moved(TextRange range) const { return {range.begin + shift_, range.end + shift_}; }
  [[nodiscard]] InstructionId moved(InstructionId id) const { return InstructionId{id.value - old_.end + new_.end}; }
  [[nodiscard]] const InstructionEntry& entry(InstructionId id) const { return after_.instruction(id); }

  /// Stages of the region get their places in `patch_instruction`.
  void copy_stages() {
    model_.stages = before_.stages;
    for (auto& stage : model_.stages) {
      if (stage.from.value < old_.end) continue;
      stage.from = moved(stage.from);
      stage.name_range = moved(stage.name_range);
      stage.base_range = moved(stage.base_range);
    }
    auto next = static_cast<std::size_t>(std::partition_point(model_.stages.begin(), model_.stages.end(),
                                                              [&](const Stage& stage) { return stage.from.value < new_.begin; }) -
                                         model_.stages.begin());
    next_stage_ = next;
    for (auto i = new_.begin; i < new_.end; ++i) {
      if (after_.instructions[i].keyword() != Keyword::From) continue;
      auto& stage = model_.stages[next++];
      stage.from = InstructionId{i};
      if (change_.renames_stages()) stage.name = stage_at(after_.instructions[i], stage.from, stage.id).name;
    }
    model_.named_stages = before_.named_stages;
    if (change_.renames_stages()) sort_names(model_);
    for (std::size_t i = next_stage_ == 0 ? 0 : next_stage_ - 1; i < model_.stages.size(); ++i) {
      auto& stage = model_.stages[i];
      const auto end =
          i + 1 < model_.stages.size() ? model_.stages[i + 1].from.value : static_cast<std::uint32_t>(after_.instructions.size());
      stage.end = InstructionId{end};
      stage.range = {entry(stage.from).range.begin, after_.instructions[end - 1].range.end};
    }
  }

  /// Variables of the region know their instruction, and get the rest likewise.
  void copy_variables() {
    const auto& old = before_.variables;
    const auto begin = from_instruction(old, old_.begin);
    const auto end = from_instruction(old, old_.end);
    next_variable_ = static_cast<std::size_t>(begin - old.begin());
    old_variables_end_ = static_cast<std::size_t>(end - old.begin());
    new_variables_end_ = next_variable_ + change_.variable_count();
    model_.variables.reserve(old.size() + change_.variable_count());
    model_.variables.assign(old.begin(), change_.redeclares() ? begin : end);
    model_.variables.resize(new_variables_end_);
    model_.variables.insert(model_.variables.end(), end, old.end());
    for (auto index = new_variables_end_; index < model_.variables.size(); ++index) {
      auto& variable = model_.variables[index];
      variable.instruction = moved(variable.instruction);
      variable.name_range = moved(variable.name_range);
      variable.value_range = moved(variable.value_range);
      if (new_variables_end_ == old_variables_end_) continue;
      variable.id = moved(variable.id);
      if (variable.inherits) variable.inherits = moved(*variable.inherits);
      if (variable.shadows) variable.shadows = moved(*variable.shadows);
    }
    auto index = next_variable_;
    for (auto i = new_.begin; i < new_.end && index < new_variables_end_; ++i) {
      const auto& read = after_.instructions[i].syntax();
      if (!change_.declares_in_file(read.keyword)) continue;
      for (const auto& pair : read.pairs) {
        if (!pair.key.text.empty()) model_.variables[index++].instruction = InstructionId{i};
      }
    }
    changed_.assign(model_.variables.size(), false);
  }

  void copy_prefix_of_references() {
    model_.references.reserve(before_.references.size() + 16);
    model_.references.assign(before_.references.begin(), from_instruction(before_.references, old_.begin));
  }

  void copy_tail_of_references() {
    tail_of_references_ = model_.references.size();
    model_.references.insert(model_.references.end(), from_instruction(before_.references, old_.end), before_.references.end());
    for (auto at = tail_of_references_; at < model_.references.size(); ++at) {
      auto& reference = model_.references[at];
      reference.instruction = moved(reference.instruction);
      reference.range = moved(reference.range);
      if (reference.variable) reference.variable = moved(*reference.variable);
    }
    if (change_.renames_stages()) resolve_renamed_stages();
  }

  void resolve_renamed_stages() {
    for (auto& reference : model_.references) {
      if (reference.kind != ReferenceKind::StageInCopy && reference.kind != ReferenceKind::StageInMount) continue;
      if (!reference.by_number && change_.is_renamed(to_lower(reference.text))) reference.stage = find_stage(reference.text);
    }
  }

  [[nodiscard]] std::optional<StageId> find_stage(std::string_view name) const {
    const auto* found = model_.find_stage(name);
    return found == nullptr ? std::optional<StageId>() : found->id;
  }

  void copy_edges() {
    if (change_.renames_stages()) {
      for (const auto& reference : model_.references) {
        if (const auto edge = edge_of(reference)) model_.edges.push_back(*edge);
      }
      return mark_needed(model_);
    }
    const auto begin = from_instruction(before_.edges, old_.begin);
    const auto end = from_instruction(before_.edges, old_.end);
    model_.edges.reserve(before_.edges.size() + 16);
    model_.edges.assign(before_.edges.begin(), begin);
    for (auto at = from_instruction(model_.references, new_.begin); at != model_.references.end() && at->instruction.value < new_.end;
         ++at) {
      if (const auto edge = edge_of(*at)) model_.edges.push_back(*edge);
    }
    const auto same = [](const Edge& a, const Edge& b) { return a.from == b.from && a.to == b.to; };
    const bool same_needs = std::equal(begin, end, model_.edges.begin() + (begin - before_.edges.begin()), model_.edges.end(), same);
    const auto tail = static_cast<std::ptrdiff_t>(model_.edges.size());
    model_.edges.insert(model_.edges.end(), end, before_.edges.end());
    for (auto at = model_.edges.begin() + tail; at != model_.edges.end(); ++at) {
      at->instruction = moved(at->instruction);
      at->range = moved(at->range);
    }
    if (!same_needs) mark_needed(model_);
  }

  void patch_instruction(InstructionId id) {
    const auto& at = entry(id);
    const auto* stage = model_.stage_of(id);
    const auto first_reference = model_.references.size();
    if (at.keyword() == Keyword::From && !patch_stage(model_.stages[next_stage_++], id)) return;
    for (const auto& use : at.syntax().variables) {
      auto reference = variable_reference(at, id, use);
      if (at.keyword() != Keyword::From && stage != nullptr) reference.in_stage = stage->id;
      reference.variable = resolve_name(at.syntax(), use, id);
      reference.predefined = !reference.variable && is_predefined(use.name);
      model_.references.push_back(reference);
    }
    for (const auto& word : at.facts->stage_references) {
      auto reference = stage_word_reference(at, id, word);
      if (stage != nullptr) reference.in_stage = stage->id;
      reference.stage = resolve_stage(word, stage, reference.by_number);
      insert_in_place(reference, model_.references);
    }
    if (change_.declares_in_file(at.keyword())) patch_variables(id, first_reference);
  }

  /// The stage keeps its name, else the patch would not have been tried; its base must stay one too.
  bool patch_stage(Stage& stage, InstructionId id) {
    auto fresh = stage_at(entry(id), id, stage.id);
    fresh.end = stage.end;
    fresh.range = stage.range;
    fresh.needed = stage.needed;
    resolve_base(fresh);
    fits_ = fresh.base_stage == stage.base_stage;
    stage = std::move(fresh);
    return fits_;
  }

  void resolve_base(Stage& stage) const {
    const Lookup globals = [this](std::string_view name) { return value_of(find_among(name, 0, globals_end())); };
    if (!expand_base(stage, after_.directives.escape, globals)) return;
    classify_base(stage, model_.stage_before(stage.base_value, stage.id), after_.inputs);
  }

  void patch_variables(InstructionId id, std::size_t first_reference) {
    const auto& at = entry(id);
    for (const auto& pair : at.syntax().pairs) {
      if (pair.key.text.empty()) continue;
      auto& variable = model_.variables[next_variable_];
      place_variable(at, pair, variable);
      if (change_.redeclares()) link_variable(variable, at.keyword());
      give_value(variable, first_reference);
      ++next_variable_;
    }
  }

  void link_variable(Variable& variable, Keyword keyword) {
    const auto* stage = model_.stage_of(variable.instruction);
    variable.id = VariableId{static_cast<std::uint32_t>(next_variable_)};
    variable.kind = keyword == Keyword::Env ? VariableKind::Env : stage != nullptr ? VariableKind::Arg : VariableKind::GlobalArg;
    if (stage != nullptr) variable.stage = stage->id;
    variable.shadows = find_before(variable.name, variable.instruction);
    if (variable.kind == VariableKind::Arg && !variable.written) variable.inherits = find_among(variable.name, 0, globals_end());
  }

  /// The names in a value were resolved with the instruction's references, the first of which is given.
  void give_value(Variable& variable, std::size_t first_reference) {
    auto value = variable.value;
    fits_ = fits_ && !has_hidden_uses(variable);
    if (variable.written) {
      const Lookup lookup = [&](std::string_view name) { return value_in(variable, name, first_reference); };
      value = known_value(*variable.written, after_.directives.escape, lookup);
    } else if (variable.inherits) {
      value = model_.variable(*variable.inherits).value;
    }
    if (value == variable.value) return;
    variable.value = std::move(value);
    changed_[variable.id.index()] = true;
    any_changed_ = true;
  }

  [[nodiscard]] std::optional<std::string> value_in(const Variable& user, std::string_view name, std::size_t first_reference) const {
    for (auto at = first_reference; at < model_.references.size() && model_.references[at].instruction == user.instruction; ++at) {
      const auto& reference = model_.references[at];
      if (reference.kind != ReferenceKind::Variable || reference.text != name) continue;
      // Of two uses of one name in an ARG, only the one behind a declaration means that one.
      if (!user.value_range.contains(reference.range)) continue;
      return value_of(reference.variable);
    }
    return {};
  }

  [[nodiscard]] std::optional<std::string> value_of(std::optional<VariableId> id) const {
    return id ? model_.variable(*id).value : std::optional<std::string>();
  }

  std::optional<VariableId> resolve_name(const syntax::Instruction& instruction, const syntax::VariableUse& use, InstructionId id) {
    if (const auto own = declared_before(instruction, use)) return VariableId{static_cast<std::uint32_t>(next_variable_ + *own)};
    return instruction.keyword == Keyword::From ? find_among(use.name, 0, globals_end()) : find_before(use.name, id);
  }

  /// The variable in force before the next one that is declared.
  std::optional<VariableId> find_before(std::string_view name, InstructionId id) {
    const auto* stage = model_.stage_of(id);
    if (stage == nullptr) return find_among(name, 0, next_variable_);
    auto found = find_among(name, first_variable(stage->from), next_variable_);
    while (!found && stage->base_stage) {
      stage = &model_.stage(*stage->base_stage);
      found = find_among(name, first_variable(stage->from), first_variable(stage->end));
      fits_ = fits_ && ++steps_ < most_steps;
    }
    return found;
  }

  /// The last variable of a name with a number in the range.
  [[nodiscard]] std::optional<VariableId> find_among(std::string_view name, std::size_t begin, std::size_t end) const {
    steps_ += (end - begin) / 16;
    for (auto at = end; at > begin; --at) {
      if (model_.variables[at - 1].name == name) return model_.variables[at - 1].id;
    }
    return {};
  }

  [[nodiscard]] std::size_t first_variable(InstructionId id) const {
    return static_cast<std::size_t>(from_instruction(model_.variables, id.value) - model_.variables.begin());
  }

  [[nodiscard]] std::size_t globals_end() const {
    return model_.stages.empty() ? model_.variables.size() : first_variable(model_.stages.front().from);
  }

  std::optional<StageId> resolve_stage(const syntax::StageReference& word, const Stage* stage, bool& by_number) const {
    if (word.kind == StageReferenceKind::From) return stage == nullptr ? std::optional<StageId>() : stage->base_stage;
    if (word.kind == StageReferenceKind::Copy) {
      if (const auto index = syntax::stage_index(word.text)) {
        by_number = true;
        return stage_by_number(*index, model_);
      }
    }
    return find_stage(word.text);
  }

  /// A changed value changes those that are made from it, all of them further down.
  void spread_values() {
    if (!any_changed_) return;
    fits_ = fits_ && !change_.renames_stages() && std::none_of(model_.variables.begin(), model_.variables.end(), has_hidden_uses);
    const auto stages = model_.stages.empty() ? std::uint32_t{0} : model_.stages.front().from.value;
    const auto uses_in_stages = static_cast<std::size_t>(from_instruction(model_.references, stages) - model_.references.begin());
    spread_to_uses(tail_of_references_, uses_in_stages);
    for (auto& variable : model_.variables) {
      if (variable.inherits && changed_[variable.inherits->index()]) give_value(variable, model_.references.size());
    }
    spread_to_uses(std::max(tail_of_references_, uses_in_stages), model_.references.size());
  }

  void spread_to_uses(std::size_t begin, std::size_t end) {
    for (auto at = begin; at < end && fits_; ++at) {
      const auto& use = model_.references[at];
      if (!use.variable || !changed_[use.variable->index()]) continue;
      const auto keyword = entry(use.instruction).keyword();
      if (keyword == Keyword::From) spread_to_base(use);
      if (declares(keyword)) spread_to_declaration(use.instruction);
    }
  }

  void spread_to_base(const Reference& use) {
    auto& stage = *std::partition_point(model_.stages.begin(), model_.stages.end(),
                                        [&](const Stage& each) { return each.from.value < use.instruction.value; });
    if (!(fits_ = stage.base_kind != BaseKind::Stage)) return;
    stage.base_value.clear();
    stage.base_kind = BaseKind::Missing;
    resolve_base(stage);
    fits_ = stage.base_kind != BaseKind::Stage;
    stage.base_stage.reset();
  }

  void spread_to_declaration(InstructionId id) {
    const auto first = static_cast<std::size_t>(from_instruction(model_.references, id.value) - model_.references.begin());
    for (auto variable = first_variable(id); variable < model_.variables.size() && model_.variables[variable].instruction == id;
         ++variable) {
      give_value(model_.variables[variable], first);
    }
  }

  static constexpr std::size_t most_steps = 20000;

  const Model& before_;
  const Analysis& after_;
  text::Offset shift_;
  const RegionChange& change_;
  Region old_;
  Region new_;
  Model model_;
  std::size_t next_stage_ = 0;         ///< the next stage that begins in the region
  std::size_t next_variable_ = 0;      ///< the next variable that is declared in the region
  std::size_t old_variables_end_ = 0;  ///< behind the region's, in the old list
  std::size_t new_variables_end_ = 0;  ///< and in the new one
  std::size_t tail_of_references_ = 0;
  std::vector<bool> changed_;  ///< variables with another value than before
  bool any_changed_ = false;
  bool fits_ = true;
  mutable std::size_t steps_ = 0;  ///< what searches cost; they must not cost more than building anew
};

}  // namespace

std::optional<Model> patch_model(const Kinship& kinship, const Analysis& after) {
  const auto& before = *kinship.base;
  constexpr std::size_t largest_region = 2000;  // instructions
  if (after.instructions.size() - kinship.kept - kinship.tail > largest_region || before.inputs != after.inputs) return {};
  const RegionChange change(kinship, after);
  if (!change.fits()) return {};
  ModelPatch patch(kinship, after, change);
  if (!patch.run()) return {};
  return patch.take();
}

}  // namespace slipway::semantic
