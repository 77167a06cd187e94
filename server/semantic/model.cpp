#include "semantic/model.h"

#include <algorithm>

#include "support/strings.h"

namespace slipway::semantic {

namespace {

/// The last element of a list sorted by place whose range begins at or before `offset` and touches it; null if none.
template <class Element, class RangeOf>
const Element* touching(const std::vector<Element>& list, text::Offset offset, RangeOf range_of) {
  auto at = std::upper_bound(list.begin(), list.end(), offset,
                             [&](text::Offset place, const Element& element) { return place < range_of(element).begin; });
  // Nested uses (`${A:-$B}`) make at most a few candidates: look back over those that could still reach the place.
  for (int looked = 0; at != list.begin() && looked < 8; ++looked) {
    --at;
    if (range_of(*at).touches(offset)) return &*at;
  }
  return nullptr;
}

}  // namespace

const Stage* Model::stage_of(InstructionId instruction) const {
  const auto after =
      std::upper_bound(stages.begin(), stages.end(), instruction, [](InstructionId id, const Stage& stage) { return id < stage.from; });
  return after == stages.begin() ? nullptr : &*(after - 1);
}

const Stage* Model::find_stage(std::string_view name) const {
  const auto found = stage_before(to_lower(name), StageId{static_cast<std::uint32_t>(stages.size())});
  return found ? &stage(*found) : nullptr;
}

std::optional<StageId> Model::stage_before(std::string_view stored_name, StageId before) const {
  const auto after = std::partition_point(named_stages.begin(), named_stages.end(), [&](StageId id) {
    const auto order = stage(id).name.compare(stored_name);
    return order < 0 || (order == 0 && id < before);
  });
  if (after == named_stages.begin() || stage(*(after - 1)).name != stored_name) return {};
  return *(after - 1);
}

const Reference* Model::reference_at(text::Offset offset) const {
  return touching(references, offset, [](const Reference& reference) { return reference.range; });
}

const Variable* Model::variable_at(text::Offset offset) const {
  return touching(variables, offset, [](const Variable& variable) { return variable.name_range; });
}

const Stage* Model::stage_named_at(text::Offset offset) const {
  const auto after = std::upper_bound(stages.begin(), stages.end(), offset,
                                      [](text::Offset place, const Stage& stage) { return place < stage.range.begin; });
  if (after == stages.begin()) return nullptr;
  const auto& stage = *(after - 1);
  return !stage.name.empty() && stage.name_range.touches(offset) ? &stage : nullptr;
}

}  // namespace slipway::semantic
