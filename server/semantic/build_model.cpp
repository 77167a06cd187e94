// The model of a file from nothing: once from top to bottom, after the names of all stages are known.

#include "semantic/build_model.h"

#include <algorithm>

#include "semantic/model_parts.h"
#include "semantic/scope.h"

namespace slipway::semantic {

namespace {

using syntax::Keyword;
using syntax::StageReferenceKind;

class ModelBuilder {
 public:
  explicit ModelBuilder(const Analysis& analysis) : analysis_(analysis) {}

  Model run() {
    find_stages();
    final_scopes_.resize(model_.stages.size());
    resolve_instructions();
    for (const auto& reference : model_.references) {
      if (const auto edge = edge_of(reference)) model_.edges.push_back(*edge);
    }
    mark_needed(model_);
    return std::move(model_);
  }

 private:
  [[nodiscard]] const InstructionEntry& entry(InstructionId id) const { return analysis_.instruction(id); }

  // Stages come first, since COPY --from may name a later one.
  void find_stages() {
    std::size_t variables = 0;
    std::size_t references = 0;
    for (std::uint32_t i = 0; i < analysis_.instructions.size(); ++i) {
      const auto& at = analysis_.instructions[i];
      references += at.syntax().variables.size() + at.facts->stage_references.size();
      if (declares(at.keyword())) variables += at.syntax().pairs.size();
      if (at.keyword() == Keyword::From) {
        model_.stages.push_back(stage_at(at, InstructionId{i}, StageId{static_cast<std::uint32_t>(model_.stages.size())}));
      } else if (!model_.stages.empty()) {
        model_.stages.back().end = InstructionId{i + 1};
        model_.stages.back().range.end = at.range.end;
      }
    }
    sort_names(model_);
    model_.variables.reserve(variables);
    model_.references.reserve(references);
  }

  void resolve_instructions() {
    std::size_t next_stage = 0;
    for (std::uint32_t i = 0; i < analysis_.instructions.size(); ++i) {
      const InstructionId id{i};
      const auto keyword = entry(id).keyword();
      if (keyword == Keyword::From) {
        begin_stage(model_.stages[next_stage++], id);
        continue;
      }
      resolve_uses(id, scope_);
      resolve_stage_words(id);
      if (declares(keyword)) declare(id);
    }
  }

  void begin_stage(Stage& stage, InstructionId id) {
    end_scope();
    resolve_base(stage);
    current_.reset();  // FROM itself sees the global scope
    resolve_uses(id, globals_);
    current_ = stage.id;
    resolve_stage_words(id);
    scope_ = scopes_.extended(stage.base_stage ? final_scopes_[stage.base_stage->index()] : Scope());
  }

  void end_scope() {
    if (current_) {
      final_scopes_[current_->index()] = scope_;
    } else {
      globals_ = scope_;
    }
  }

  /// FROM looks a name up byte for byte among the stored, lower-case names of earlier stages.
  void resolve_base(Stage& stage) {
    if (!expand_base(stage, analysis_.directives.escape, globals_.lookup(model_))) return;
    classify_base(stage, model_.stage_before(stage.base_value, stage.id), analysis_.inputs);
  }

  void resolve_uses(InstructionId id, const Scope& scope) {
    const auto& at = entry(id);
    for (const auto& use : at.syntax().variables) {
      auto reference = variable_reference(at, id, use);
      reference.in_stage = current_;
      reference.variable = resolve_name(at.syntax(), use, scope);
      reference.predefined = !reference.variable && is_predefined(use.name);
      model_.references.push_back(reference);
    }
  }

  /// The line's own declarations are not in the scope yet.
  std::optional<VariableId> resolve_name(const syntax::Instruction& instruction, const syntax::VariableUse& use, const Scope& scope) {
    if (const auto own = declared_before(instruction, use)) {
      return VariableId{static_cast<std::uint32_t>(model_.variables.size() + *own)};
    }
    return scope.find(use.name);
  }

  void resolve_stage_words(InstructionId id) {
    const auto& at = entry(id);
    for (const auto& word : at.facts->stage_references) {
      auto reference = stage_word_reference(at, id, word);
      reference.in_stage = current_;
      reference.stage = resolve_stage(word, reference.by_number);
      insert_in_place(reference, model_.references);
    }
  }

  std::optional<StageId> resolve_stage(const syntax::StageReference& word, bool& by_number) const {
    if (word.kind == StageReferenceKind::From) return current_ ? model_.stage(*current_).base_stage : std::nullopt;
    if (word.kind == StageReferenceKind::Copy) {
      if (const auto index = syntax::stage_index(word.text)) {
        by_number = true;
        return stage_by_number(*index, model_);
      }
    }
    const auto* found = model_.find_stage(word.text);
    return found == nullptr ? std::optional<StageId>() : found->id;
  }

  void declare(InstructionId id) {
    const auto keyword = entry(id).keyword();
    if (keyword == Keyword::Env && model_.stages.empty()) return;
    const auto first = model_.variables.size();
    for (const auto& pair : entry(id).syntax().pairs) {
      if (pair.key.text.empty()) continue;
      auto variable = make_variable(id, pair);
      give_value(variable, pair);
      if (keyword == Keyword::Arg) scope_.set(variable.name, variable.id);
      model_.variables.push_back(std::move(variable));
    }
    if (keyword == Keyword::Arg) return;
    for (auto index = first; index < model_.variables.size(); ++index) {  // pairs of one ENV do not see each other
      auto& variable = model_.variables[index];
      variable.shadows = scope_.find(variable.name);
      scope_.set(variable.name, variable.id);
    }
  }

  Variable make_variable(InstructionId id, const syntax::KeyValue& pair) {
    const auto& at = entry(id);
    Variable variable;
    variable.id = VariableId{static_cast<std::uint32_t>(model_.variables.size())};
    variable.kind = at.keyword() == Keyword::Env ? VariableKind::Env : current_ ? VariableKind::Arg : VariableKind::GlobalArg;
    variable.stage = current_;
    variable.instruction = id;
    place_variable(at, pair, variable);
    variable.shadows = scope_.find(variable.name);
    return variable;
  }

  void give_value(Variable& variable, const syntax::KeyValue& pair) {
    if (pair.value) {
      variable.value = known_value(pair.value->text, analysis_.directives.escape, scope_.lookup(model_));
      return;
    }
    if (variable.kind != VariableKind::Arg) return;
    variable.inherits = globals_.find(variable.name);
    if (variable.inherits) variable.value = model_.variable(*variable.inherits).value;
  }

  const Analysis& analysis_;
  Model model_;
  ScopeFamily scopes_;
  std::vector<Scope> final_scopes_;  ///< scope at the end of a stage
  Scope globals_;
  Scope scope_ = scopes_.extended({});
  std::optional<StageId> current_;
};

}  // namespace

Model build_model(const Analysis& analysis) { return ModelBuilder(analysis).run(); }

}  // namespace slipway::semantic
