#include "syntax/stage_reference.h"

#include <charconv>

namespace slipway::syntax {

std::vector<StageReference> stage_references(const Instruction& instruction) {
  std::vector<StageReference> out;
  if (instruction.from && instruction.from->image) {
    out.push_back({StageReferenceKind::From, instruction.from->image->text, instruction.from->image->range});
  }
  if (instruction.keyword == Keyword::Copy) {
    if (const auto* flag = instruction.flag("from"); flag != nullptr && flag->value) {
      out.push_back({StageReferenceKind::Copy, *flag->value, flag->value_range});
    }
  }
  for (const auto& mount : instruction.mounts) {
    if (const auto* from = mount.find("from"); from != nullptr && from->value) {
      out.push_back({StageReferenceKind::Mount, *from->value, from->value_range});
    }
  }
  return out;
}

std::optional<std::int64_t> stage_index(std::string_view text) {
  if (!text.empty() && text.front() == '+') {
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '-') return {};
  }
  std::int64_t value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || result.ec != std::errc() || result.ptr != text.data() + text.size()) return {};
  return value;
}

}  // namespace slipway::syntax
