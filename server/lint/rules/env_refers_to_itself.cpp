// hadolint's DL3044. Values of one ENV are expanded before any of them is set.

#include <algorithm>

#include "lint/rule.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;
using syntax::Keyword;

bool declared_above(const Context& context, InstructionId id, std::string_view name) {
  for (std::uint32_t i = 0; i < id.value; ++i) {
    const auto& syntax = context.analysis.instruction(InstructionId{i}).syntax();
    if (syntax.keyword != Keyword::Env && syntax.keyword != Keyword::Arg) continue;
    for (const auto& pair : syntax.pairs) {
      if (pair.key.text == name) return true;
    }
  }
  return false;
}

/// The variable of this ENV that the use means: set by another of its pairs, nowhere above, and without a value of its own (`${x:-y}`).
bool is_too_early(const Context& context, InstructionId id, const syntax::Instruction& env, const syntax::VariableUse& use) {
  const auto own =
      std::find_if(env.pairs.begin(), env.pairs.end(), [&](const syntax::KeyValue& pair) { return pair.range.contains(use.range); });
  const bool set_by_other = std::any_of(env.pairs.begin(), env.pairs.end(), [&](const syntax::KeyValue& pair) {
    return pair.key.text == use.name && (own == env.pairs.end() || &pair != &*own);
  });
  return set_by_other && use.modifier.empty() && !declared_above(context, id, use.name);
}

void check(const Context& context, InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& syntax = entry.syntax();
  if (syntax.keyword != Keyword::Env || syntax.pairs.size() < 2) return;
  for (const auto& use : syntax.variables) {
    if (!is_too_early(context, id, syntax, use)) continue;
    report.at(entry.place(use.range))
        .say("'" + std::string(use.name) +
             "' is set by this same ENV, and its values are put together before any of them is set: the new value is not there yet. Set it "
             "in an ENV "
             "before.");
    return;
  }
}

}  // namespace

extern const Rule env_refers_to_itself;
const Rule env_refers_to_itself = {
    .name = "env-refers-to-itself",
    .aliases = {"hadolint/DL3044"},
    .level = Level::Warning,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Env},
    .fix = std::nullopt,
    .summary = "ENV uses a variable that the same ENV sets.",
    .why =
        "BuildKit expands all values of one ENV with what was set before it. The new value is not there yet, so the old one is used, or "
        "nothing.",
    .check_instruction = check,
};

}  // namespace slipway::lint
