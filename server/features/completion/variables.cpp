#include <algorithm>
#include <string_view>
#include <vector>

#include "catalog/variables.h"
#include "features/completion/providers.h"
#include "semantic/expansion.h"

namespace slipway::features {

namespace {

using semantic::Stage;
using semantic::Variable;
using semantic::VariableKind;
using syntax::Keyword;

/// Whether the names are for FROM and global ARGs, or for a stage.
enum class ScopeKind { Global, Stage };

/// The declarations in force at the cursor, the nearest first, one for each name.
class InForce {
 public:
  explicit InForce(const Request& request) : request_(request), model_(request.document.model()) {
    const auto* stage = stage_here();
    kind_ = stage == nullptr || request.where.keyword == Keyword::From ? ScopeKind::Global : ScopeKind::Stage;
    if (kind_ == ScopeKind::Global) {
      add_declarations({});
      return;
    }
    add_declarations(stage->id);
    for (auto base = stage->base_stage; base; base = model_.stage(*base).base_stage) add_declarations(base);
  }

  [[nodiscard]] ScopeKind kind() const { return kind_; }
  [[nodiscard]] const std::vector<const Variable*>& variables() const { return found_; }

 private:
  [[nodiscard]] const Stage* stage_here() const {
    const auto& stages = model_.stages;
    const auto after = std::upper_bound(stages.begin(), stages.end(), request_.where.instruction,
                                        [](text::Offset at, const Stage& stage) { return at < stage.range.begin; });
    return after == stages.begin() ? nullptr : &*(after - 1);
  }

  void add_declarations(std::optional<semantic::StageId> stage) {
    for (auto i = model_.variables.size(); i > 0; --i) {
      const auto& variable = model_.variables[i - 1];
      if (variable.stage != stage || !is_before(variable)) continue;
      const auto same = [&](const Variable* other) { return other->name == variable.name; };
      if (std::none_of(found_.begin(), found_.end(), same)) found_.push_back(&variable);
    }
  }

  /// Pairs of one ARG see each other, pairs of one ENV do not.
  [[nodiscard]] bool is_before(const Variable& variable) const {
    const auto& where = request_.where;
    if (variable.name_range.begin < where.instruction) return true;
    if (variable.name_range.begin > where.cursor || where.keyword != Keyword::Arg) return false;
    return !variable.value_range.touches(where.cursor) && !variable.name_range.touches(where.cursor);
  }

  const Request& request_;
  const semantic::Model& model_;
  ScopeKind kind_ = ScopeKind::Global;
  std::vector<const Variable*> found_;
};

std::string value_of(const Variable& variable) {
  if (variable.value) return *variable.value;
  if (variable.written) return std::string(*variable.written);
  return variable.kind == VariableKind::Env ? "" : "no default";
}

/// ARGs are gone when the container runs.
bool is_gone(const Request& request, const Variable& variable) {
  const auto keyword = request.where.keyword;
  return variable.kind != VariableKind::Env &&
         (keyword == Keyword::Cmd || keyword == Keyword::Entrypoint || keyword == Keyword::Healthcheck);
}

void add_variable(const Request& request, Rank rank, std::string_view name, std::string detail, std::string key, Items& items) {
  const auto text = std::string(name) + (request.where.brace == Brace::Open ? "}" : "");
  items.add(
      rank,
      {.label = std::string(name), .kind = CompletionKind::Variable, .detail = std::move(detail), .key = std::move(key), .new_text = text});
}

bool fits(const Request& request, ScopeKind scope, catalog::VariableScope variable) {
  switch (variable) {
    case catalog::VariableScope::Platform: return scope == ScopeKind::Global;
    case catalog::VariableScope::Proxy: return scope == ScopeKind::Stage && request.where.keyword == Keyword::Run;
    case catalog::VariableScope::Image: return scope == ScopeKind::Stage;
    case catalog::VariableScope::Build: return false;
  }
  return false;
}

}  // namespace

void add_variables(const Request& request, Items& items) {
  const InForce in_force(request);
  for (const auto* variable : in_force.variables()) {
    if (is_gone(request, *variable)) continue;
    add_variable(request, Rank::First, variable->name, value_of(*variable), {}, items);
  }
  for (const auto& variable : catalog::predefined_variables()) {
    if (!fits(request, in_force.kind(), variable.scope)) continue;
    const auto rank = variable.scope == catalog::VariableScope::Proxy ? Rank::Last : Rank::Late;
    add_variable(request, rank, variable.name, std::string(variable.example), "variable:" + std::string(variable.name), items);
  }
}

void add_argument_names(const Request& request, Items& items) {
  const InForce in_force(request);
  if (in_force.kind() == ScopeKind::Global) return;
  const auto declared = [&](std::string_view name) {
    const auto& all = in_force.variables();
    return std::any_of(all.begin(), all.end(), [&](const Variable* variable) { return variable->name == name; });
  };
  for (const auto& variable : request.document.model().variables) {
    if (variable.kind != VariableKind::GlobalArg || declared(variable.name)) continue;
    add_variable(request, Rank::First, variable.name, value_of(variable), {}, items);
  }
  for (const auto& variable : catalog::predefined_variables()) {
    if (variable.scope == catalog::VariableScope::Image || variable.scope == catalog::VariableScope::Proxy || declared(variable.name))
      continue;
    const auto rank = variable.scope == catalog::VariableScope::Platform ? Rank::Usual : Rank::Last;
    add_variable(request, rank, variable.name, std::string(variable.example), "variable:" + std::string(variable.name), items);
  }
}

}  // namespace slipway::features
