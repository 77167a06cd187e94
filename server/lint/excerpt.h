#pragma once
// A finding as text for people: the source line, carets, the message, fixes as small diffs. The terminal, goldens and the rules' pages
// show the same text; only the terminal adds colours.

#include <string>
#include <string_view>

#include "lint/rule.h"

namespace slipway::lint {

/// Escape sequences around the parts of an excerpt. All empty: plain text.
struct Palette {
  std::string_view error, warning, info, hint;
  std::string_view gutter;  ///< line numbers
  std::string_view added, removed;
  std::string_view strong;
  std::string_view reset;

  [[nodiscard]] std::string_view of(Level level) const;
};

/// The source line (with its number), carets under the range's part on it, `level rule: message`, related places, fixes. Ends with a line end.
[[nodiscard]] std::string excerpt(const semantic::Analysis& analysis, const Finding& finding, const Palette& palette = {});

/// What a fix changes: lines that begin with `-` and `+`, without line ends of their own that nobody sees.
[[nodiscard]] std::string fix_diff(std::string_view text, const Fix& fix, const Palette& palette = {});

}  // namespace slipway::lint
