#include "semantic/analysis.h"

#include <algorithm>

#include "semantic/build_model.h"
#include "semantic/build_plan.h"
#include "semantic/patch_model.h"

namespace slipway::semantic {

const Model& Analysis::model() const {
  if (model_ready_.load(std::memory_order_acquire)) return model_;
  const std::lock_guard<std::mutex> lock(model_mutex_);
  if (model_ready_.load(std::memory_order_relaxed)) return model_;
  auto patched = kinship_ ? patch_model(*kinship_, *this) : std::nullopt;
  model_ = patched ? std::move(*patched) : build_model(*this);
  kinship_.reset();
  model_ready_.store(true, std::memory_order_release);
  return model_;
}

std::optional<Kinship> Analysis::kinship_for_successor() const {
  if (model_ready_.load(std::memory_order_acquire)) return Kinship{shared_from_this(), instructions.size(), instructions.size(), 0};
  // Somebody builds the model at this moment: that is no reason to wait.
  const std::unique_lock<std::mutex> lock(model_mutex_, std::try_to_lock);
  return lock ? kinship_ : std::nullopt;
}

const BuildTrace& Analysis::build() const {
  std::call_once(build_once_, [this] { build_ = trace_build(*this); });
  return build_;
}

std::optional<InstructionId> Analysis::instruction_at(text::Offset offset) const {
  const auto after = std::upper_bound(instructions.begin(), instructions.end(), offset,
                                      [](text::Offset at, const InstructionEntry& entry) { return at < entry.range.begin; });
  if (after == instructions.begin()) return {};
  const auto found = after - 1;
  if (offset > found->range.end) return {};
  return InstructionId{static_cast<std::uint32_t>(found - instructions.begin())};
}

std::uint32_t Analysis::last_line_of(TextRange range) const {
  const auto end = range.end > range.begin ? range.end - 1 : range.end;
  return line_of(end);
}

std::vector<TextRange> Analysis::comments_before(InstructionId id) const {
  const auto begin = id.value == 0 ? 0 : instructions[id.index() - 1].range.end;
  const auto end = instruction(id).range.begin;
  const auto first =
      std::lower_bound(comments.begin(), comments.end(), begin, [](TextRange comment, text::Offset at) { return comment.begin < at; });
  std::vector<TextRange> out;
  for (auto at = first; at != comments.end() && at->begin < end; ++at) out.push_back(*at);
  return out;
}

}  // namespace slipway::semantic
