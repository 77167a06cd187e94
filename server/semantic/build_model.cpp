// One pass over the instructions in order: stages, declarations and references as BuildKit resolves them
// (frontend/dockerfile/dockerfile2llb/convert.go; buildkit.md §11).

#include "semantic/build_model.h"

#include <algorithm>
#include <unordered_map>

#include "semantic/expansion.h"
#include "semantic/scope.h"
#include "support/strings.h"

namespace slipway::semantic {

namespace {

using syntax::Keyword;
using syntax::StageReferenceKind;
using text::Offset;

ReferenceKind reference_kind(StageReferenceKind kind) {
  switch (kind) {
    case StageReferenceKind::From: return ReferenceKind::StageInFrom;
    case StageReferenceKind::Copy: return ReferenceKind::StageInCopy;
    case StageReferenceKind::Mount: return ReferenceKind::StageInMount;
  }
  return ReferenceKind::StageInFrom;
}

class ModelBuilder {
 public:
  explicit ModelBuilder(const Analysis& analysis) : analysis_(analysis) {}

  Model run() {
    find_stages();
    resolve_instructions();
    add_stage_edges();
    mark_needed();
    return std::move(model_);
  }

 private:
  [[nodiscard]] const InstructionEntry& entry(InstructionId id) const { return analysis_.instruction(id); }

  // Stages come first, since COPY --from may name a later one.
  void find_stages() {
    for (std::uint32_t i = 0; i < analysis_.instructions.size(); ++i) {
      const auto& at = analysis_.instructions[i];
      if (at.keyword() != Keyword::From) {
        if (!model_.stages.empty()) {
          model_.stages.back().end = InstructionId{i + 1};
          model_.stages.back().range.end = at.range.end;
        }
        continue;
      }
      model_.stages.push_back(make_stage(InstructionId{i}));
      auto& stage = model_.stages.back();
      if (!stage.name.empty()) by_name_[stage.name] = stage.id;  // the last one of a name wins
    }
  }

  Stage make_stage(InstructionId from) {
    const auto& at = entry(from);
    const auto& parts = at.syntax().from;
    Stage stage;
    stage.id = StageId{static_cast<std::uint32_t>(model_.stages.size())};
    stage.from = from;
    stage.end = InstructionId{from.value + 1};
    stage.range = at.range;
    stage.name_range = stage.base_range = {at.range.end, at.range.end};
    if (parts && parts->image) {
      stage.base = parts->image->text;
      stage.base_range = at.place(parts->image->range);
    }
    if (parts && parts->name) {
      stage.written_name = parts->name->text;
      stage.name = to_lower(stage.written_name);
      stage.name_range = at.place(parts->name->range);
    }
    if (const auto* platform = at.syntax().flag("platform"); platform != nullptr && platform->value) stage.platform = *platform->value;
    return stage;
  }

  void resolve_instructions() {
    std::size_t next_stage = 0;
    for (std::uint32_t i = 0; i < analysis_.instructions.size(); ++i) {
      const InstructionId id{i};
      const auto& at = entry(id);
      if (at.keyword() == Keyword::From) {
        begin_stage(model_.stages[next_stage++], id);
        continue;
      }
      resolve_uses(id, scope_);
      resolve_stage_words(id);
      declare(id);
    }
    if (current_) final_scopes_[current_->value] = std::move(scope_);
  }

  void begin_stage(Stage& stage, InstructionId id) {
    if (current_) {
      final_scopes_[current_->value] = std::move(scope_);
    } else {
      globals_ = std::move(scope_);
    }
    scope_ = Scope();
    current_.reset();  // FROM itself sees the global scope
    resolve_base(stage);
    resolve_uses(id, globals_);
    resolve_stage_words(id);
    if (stage.base_stage) scope_ = final_scopes_[stage.base_stage->value];
    current_ = stage.id;
    if (!stage.name.empty()) earlier_by_name_[stage.name] = stage.id;
  }

  /// FROM looks a name up byte for byte among the stored, lower-case names of earlier stages.
  void resolve_base(Stage& stage) {
    if (stage.base.empty()) return;
    auto expanded = expand(stage.base, analysis_.directives.escape, globals_.lookup(model_));
    if (expanded.error || expanded.text.empty()) return;
    stage.base_value = expanded.undefined.empty() ? std::move(expanded.text) : std::string();
    const auto& contexts = analysis_.inputs.named_contexts;
    if (const auto found = earlier_by_name_.find(stage.base_value); found != earlier_by_name_.end()) {
      stage.base_kind = BaseKind::Stage;
      stage.base_stage = found->second;
    } else if (stage.base_value == "scratch") {
      stage.base_kind = BaseKind::Scratch;
    } else if (std::find(contexts.begin(), contexts.end(), stage.base_value) != contexts.end()) {
      stage.base_kind = BaseKind::NamedContext;
    } else {
      stage.base_kind = BaseKind::Image;
    }
  }

  void resolve_uses(InstructionId id, const Scope& scope) {
    const auto& at = entry(id);
    for (const auto& use : at.syntax().variables) {
      Reference reference;
      reference.kind = ReferenceKind::Variable;
      reference.range = at.place(use.name_range);
      reference.text = use.name;
      reference.instruction = id;
      reference.in_stage = at.keyword() == Keyword::From ? std::optional<StageId>() : current_;
      reference.variable = resolve_name(id, use, scope);
      reference.predefined = !reference.variable && is_predefined(use.name);
      model_.references.push_back(reference);
    }
  }

  /// ARGs of one line see each other, pairs of one ENV do not. The line's own declarations are not in the scope yet.
  std::optional<VariableId> resolve_name(InstructionId id, const syntax::VariableUse& use, const Scope& scope) {
    const auto& instruction = entry(id).syntax();
    if (instruction.keyword == Keyword::Arg) {
      std::optional<VariableId> own;
      auto next = static_cast<std::uint32_t>(model_.variables.size());
      for (const auto& pair : instruction.pairs) {
        if (pair.range.end > use.range.begin) break;
        if (pair.key.text == use.name) own = VariableId{next};
        ++next;
      }
      if (own) return own;
    }
    return scope.find(use.name);
  }

  void resolve_stage_words(InstructionId id) {
    const auto& at = entry(id);
    for (const auto& word : at.facts->stage_references) {
      Reference reference;
      reference.kind = reference_kind(word.kind);
      reference.range = at.place(word.range);
      reference.text = word.text;
      reference.instruction = id;
      const auto* stage = model_.stage_of(id);
      if (stage != nullptr) reference.in_stage = stage->id;
      reference.stage = resolve_stage(word, stage, reference.by_number);
      insert_in_place(reference);
    }
  }

  std::optional<StageId> resolve_stage(const syntax::StageReference& word, const Stage* from, bool& by_number) const {
    if (word.kind == StageReferenceKind::From) return from == nullptr ? std::optional<StageId>() : from->base_stage;
    if (word.kind == StageReferenceKind::Copy) {
      if (const auto index = syntax::stage_index(word.text)) {
        by_number = true;
        if (*index < 0 || *index >= static_cast<std::int64_t>(model_.stages.size())) return {};
        return StageId{static_cast<std::uint32_t>(*index)};
      }
    }
    const auto found = by_name_.find(to_lower(word.text));
    return found == by_name_.end() ? std::optional<StageId>() : found->second;
  }

  /// Keeps `references` in order of places: an instruction's variables were added before its stage words.
  void insert_in_place(const Reference& reference) {
    auto at = model_.references.end();
    while (at != model_.references.begin() && (at - 1)->instruction == reference.instruction &&
           (at - 1)->range.begin > reference.range.begin)
      --at;
    model_.references.insert(at, reference);
  }

  void declare(InstructionId id) {
    const auto keyword = entry(id).keyword();
    if (keyword != Keyword::Arg && keyword != Keyword::Env) return;
    if (keyword == Keyword::Env && model_.stages.empty()) return;
    std::vector<VariableId> pending;  // pairs of one ENV do not see each other
    for (const auto& pair : entry(id).syntax().pairs) {
      auto variable = make_variable(id, pair);
      give_value(variable, pair, scope_);
      if (pair.key.text.empty()) continue;
      if (keyword == Keyword::Env) {
        pending.push_back(variable.id);
      } else {
        scope_.set(variable.name, variable.id);
      }
      model_.variables.push_back(std::move(variable));
    }
    for (const auto pending_id : pending) {
      auto& variable = model_.variables[pending_id.index()];
      variable.shadows = scope_.find(variable.name);
      scope_.set(variable.name, pending_id);
    }
  }

  Variable make_variable(InstructionId id, const syntax::KeyValue& pair) {
    const auto& at = entry(id);
    Variable variable;
    variable.id = VariableId{static_cast<std::uint32_t>(model_.variables.size())};
    variable.kind = at.keyword() == Keyword::Env ? VariableKind::Env : current_ ? VariableKind::Arg : VariableKind::GlobalArg;
    variable.name = pair.key.text;
    variable.stage = current_;
    variable.instruction = id;
    variable.name_range = at.place(pair.key.range);
    variable.value_range = pair.value ? at.place(pair.value->range) : TextRange{variable.name_range.end, variable.name_range.end};
    if (pair.value) variable.written = pair.value->text;
    variable.shadows = scope_.find(variable.name);
    return variable;
  }

  void give_value(Variable& variable, const syntax::KeyValue& pair, const Scope& scope) {
    if (pair.value) {
      auto expanded = expand(pair.value->text, analysis_.directives.escape, scope.lookup(model_));
      if (!expanded.error && expanded.undefined.empty()) variable.value = std::move(expanded.text);
      return;
    }
    if (variable.kind != VariableKind::Arg) return;
    variable.inherits = globals_.find(variable.name);
    if (variable.inherits) variable.value = model_.variable(*variable.inherits).value;
  }

  void add_stage_edges() {
    for (const auto& reference : model_.references) {
      if (reference.kind == ReferenceKind::Variable || !reference.stage || !reference.in_stage) continue;
      const auto kind = reference.kind == ReferenceKind::StageInFrom   ? StageReferenceKind::From
                        : reference.kind == ReferenceKind::StageInCopy ? StageReferenceKind::Copy
                                                                       : StageReferenceKind::Mount;
      model_.edges.push_back({*reference.in_stage, *reference.stage, kind, reference.instruction, reference.range});
    }
  }

  void mark_needed() {
    if (model_.stages.empty()) return;
    std::vector<std::vector<StageId>> needs(model_.stages.size());
    for (const auto& edge : model_.edges) needs[edge.from.index()].push_back(edge.to);
    std::vector<StageId> open = {model_.stages.back().id};
    while (!open.empty()) {
      auto& stage = model_.stages[open.back().index()];
      open.pop_back();
      if (stage.needed) continue;
      stage.needed = true;
      for (const auto next : needs[stage.id.index()]) open.push_back(next);
    }
  }

  const Analysis& analysis_;
  Model model_;
  std::unordered_map<std::string, StageId> by_name_;          ///< all stages, the last of a name
  std::unordered_map<std::string, StageId> earlier_by_name_;  ///< stages before the place that is being read
  std::unordered_map<std::uint32_t, Scope> final_scopes_;     ///< scope at the end of a stage
  Scope globals_;
  Scope scope_;
  std::optional<StageId> current_;
};

}  // namespace

Model build_model(const Analysis& analysis) { return ModelBuilder(analysis).run(); }

}  // namespace slipway::semantic
