#include "lint/declared.h"

#include <algorithm>

namespace slipway::lint {

using syntax::Keyword;

std::string_view without_quotes(std::string_view text) {
  const auto first = text.find_first_not_of("\"'");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of("\"'") - first + 1);
}

bool arg_above(const Context& context, semantic::InstructionId id, std::string_view name) {
  const auto& all = context.model.variables;
  return std::any_of(all.begin(), all.end(), [&](const semantic::Variable& variable) {
    return variable.kind != semantic::VariableKind::Env && variable.instruction < id && variable.name == name;
  });
}

bool has_declared_variable(const Context& context, semantic::InstructionId id, TextRange in_instruction) {
  const auto& uses = context.analysis.instruction(id).syntax().variables;
  return std::any_of(uses.begin(), uses.end(), [&](const syntax::VariableUse& use) {
    if (!in_instruction.contains(use.range)) return false;
    return arg_above(context, id, use.name) || !env_values_above(context, id, use.name).empty();
  });
}

std::vector<std::string> env_values_above(const Context& context, semantic::InstructionId id, std::string_view name) {
  std::vector<std::string> out;
  walk_up(context, id, [&](semantic::InstructionId at) {
    const auto& entry = context.analysis.instruction(at);
    if (entry.keyword() != Keyword::Env) return true;
    for (const auto& pair : entry.syntax().pairs) {
      if (pair.key.text == name && pair.value) out.emplace_back(without_quotes(pair.value->text));
    }
    return true;
  });
  return out;
}

}  // namespace slipway::lint
