#pragma once
// What the flags of instructions mean and which values they take. Which flags exist is syntax::flags_of's business.

#include <span>
#include <string>
#include <string_view>

#include "syntax/keyword.h"

namespace slipway::catalog {

struct FlagDoc {
  syntax::Keyword keyword = syntax::Keyword::Unknown;
  std::string_view name;     ///< without dashes
  std::string_view value;    ///< what stands behind `=`; empty for a flag that needs none
  std::string_view meaning;  ///< a few sentences of Markdown
  std::string_view values;   ///< fixed or usual values between blanks, the likeliest first; empty when there are none
};

/// Null when the table has no such flag.
[[nodiscard]] const FlagDoc* find_flag(syntax::Keyword keyword, std::string_view name);

/// Address of the flag's section in Docker's reference.
[[nodiscard]] std::string reference_link(const FlagDoc& flag);

}  // namespace slipway::catalog
