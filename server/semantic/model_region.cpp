#include "semantic/model_region.h"

#include <algorithm>

#include "support/strings.h"

namespace slipway::semantic {

namespace {

std::uint64_t bit_of(std::string_view text) {
  return text.empty() ? 0 : std::uint64_t{1} << ((text.size() * 7 + static_cast<unsigned char>(text.back())) % 64);
}

}  // namespace

void Names::add(std::string_view name) {
  if (name.empty() || has(name)) return;
  names_.push_back(name);
  seen_ |= bit_of(name);
}

bool Names::has(std::string_view text) const {
  return (seen_ & bit_of(text)) != 0 && std::find(names_.begin(), names_.end(), text) != names_.end();
}

RegionChange::RegionChange(const Kinship& kinship, const Analysis& after)
    : before_(kinship.base->model()),
      old_{static_cast<std::uint32_t>(kinship.kept), static_cast<std::uint32_t>(kinship.base->instructions.size() - kinship.tail)},
      new_{static_cast<std::uint32_t>(kinship.kept), static_cast<std::uint32_t>(after.instructions.size() - kinship.tail)},
      gone_(declarations(*kinship.base, old_)),
      come_(declarations(after, new_)) {
  for (const auto& each : gone_.stages) stage_names_.add(each);
  for (const auto& each : come_.stages) stage_names_.add(each);
}

bool RegionChange::fits() const {
  if (gone_.stages.size() != come_.stages.size()) return false;
  if (renames_stages() && (gone_.stages.size() > 1 || is_base(stage_names_))) return false;
  if (!redeclares()) return true;
  Names names;
  for (const auto& each : gone_.variables) names.add(each.name);
  for (const auto& each : come_.variables) names.add(each.name);
  return names.size() <= Names::most && !is_used_behind(names);
}

bool RegionChange::declares_in_file(syntax::Keyword keyword) const {
  return keyword == syntax::Keyword::Arg || (keyword == syntax::Keyword::Env && !before_.stages.empty());
}

Declarations RegionChange::declarations(const Analysis& analysis, Region region) const {
  using syntax::Keyword;
  Declarations out;
  for (auto i = region.begin; i < region.end; ++i) {
    const auto& read = analysis.instructions[i].syntax();
    if (read.keyword == Keyword::From) out.stages.push_back(read.from && read.from->name ? to_lower(read.from->name->text) : std::string());
    if (read.keyword == Keyword::From || declares_in_file(read.keyword)) out.variables.push_back({read.keyword, {}, false});
    if (!declares_in_file(read.keyword)) continue;
    for (const auto& pair : read.pairs) {
      if (pair.key.text.empty()) continue;
      out.variables.push_back({read.keyword, pair.key.text, pair.value.has_value()});
      ++out.variable_count;
    }
  }
  return out;
}

bool RegionChange::is_base(const Names& names) const {
  return std::any_of(before_.stages.begin(), before_.stages.end(), [&](const Stage& stage) { return names.has(stage.base_value); });
}

bool RegionChange::is_used_behind(const Names& names) const {
  const auto uses = [&](const Reference& use) { return use.kind == ReferenceKind::Variable && names.has(use.text); };
  const auto declares_one = [&](const Variable& variable) { return names.has(variable.name); };
  return std::any_of(from_instruction(before_.references, old_.end), before_.references.end(), uses) ||
         std::any_of(from_instruction(before_.variables, old_.end), before_.variables.end(), declares_one);
}

}  // namespace slipway::semantic
