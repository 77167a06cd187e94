#include "text/line_diff.h"

#include <algorithm>
#include <cstdint>

namespace slipway::text {

namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto size = end == std::string_view::npos ? text.size() : end + 1;
    out.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

/// Longest common subsequence by the plain table, over what is left between the common head and tail.
void diff_middle(const Lines& a, const Lines& b, std::vector<DiffLine>& out) {
  constexpr std::size_t largest_table = 4'000'000;
  const auto replace_all = [&] {
    for (const auto line : a) out.push_back({LineChange::Removed, line});
    for (const auto line : b) out.push_back({LineChange::Added, line});
  };
  if ((a.size() + 1) * (b.size() + 1) > largest_table) return replace_all();

  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> common((a.size() + 1) * width);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i * width + j] =
          a[i] == b[j] ? common[(i + 1) * width + j + 1] + 1 : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  Lines removed;
  Lines added;
  const auto flush = [&] {
    for (const auto line : removed) out.push_back({LineChange::Removed, line});
    for (const auto line : added) out.push_back({LineChange::Added, line});
    removed.clear();
    added.clear();
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      flush();
      out.push_back({LineChange::Same, a[i]});
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      removed.push_back(a[i++]);
    } else {
      added.push_back(b[j++]);
    }
  }
  flush();
}

}  // namespace

std::vector<DiffLine> line_diff(std::string_view before, std::string_view after) {
  auto a = lines_of(before);
  auto b = lines_of(after);
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;

  std::vector<DiffLine> out;
  for (std::size_t i = 0; i < head; ++i) out.push_back({LineChange::Same, a[i]});
  const auto middle = [&](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(head), lines.end() - static_cast<std::ptrdiff_t>(tail));
  };
  diff_middle(middle(a), middle(b), out);
  for (std::size_t i = a.size() - tail; i < a.size(); ++i) out.push_back({LineChange::Same, a[i]});
  return out;
}

std::vector<Hunk> hunks(const std::vector<DiffLine>& lines, std::size_t context) {
  std::vector<bool> shown(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].change == LineChange::Same) continue;
    const auto last = std::min(lines.size(), i + context + 1);
    for (std::size_t k = i - std::min(i, context); k < last; ++k) shown[k] = true;
  }
  std::vector<Hunk> out;
  std::size_t before_line = 1;
  std::size_t after_line = 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool in_before = lines[i].change != LineChange::Added;
    const bool in_after = lines[i].change != LineChange::Removed;
    if (shown[i]) {
      if (i == 0 || !shown[i - 1]) out.push_back({before_line, 0, after_line, 0, {}});
      Hunk& hunk = out.back();
      hunk.before_count += in_before ? 1 : 0;
      hunk.after_count += in_after ? 1 : 0;
      hunk.lines.push_back(lines[i]);
    }
    before_line += in_before ? 1 : 0;
    after_line += in_after ? 1 : 0;
  }
  return out;
}

}  // namespace slipway::text
