#include "text/text_edit.h"

#include <algorithm>

namespace slipway::text {

namespace {

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string apply_edits(std::string_view text, std::vector<TextEdit> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.range < b.range; });
  std::string out;
  Offset done = 0;
  for (const auto& edit : edits) {
    if (edit.range.begin < done || edit.range.end > text.size()) continue;
    out += text.substr(done, edit.range.begin - done);
    out += edit.new_text;
    done = edit.range.end;
  }
  out += text.substr(done);
  return out;
}

TextEdit difference(std::string_view before, std::string_view after) {
  const auto shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  while (head > 0 &&
         ((head < before.size() && is_continuation_byte(before[head])) || (head < after.size() && is_continuation_byte(after[head]))))
    --head;
  std::size_t tail = 0;
  while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  while (tail > 0 && is_continuation_byte(before[before.size() - tail])) --tail;
  return {{static_cast<Offset>(head), static_cast<Offset>(before.size() - tail)},
          std::string(after.substr(head, after.size() - tail - head))};
}

}  // namespace slipway::text
