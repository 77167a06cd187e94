#pragma once
// Parser directives at the top of a file: `# escape=`, `# syntax=`, `# check=` (frontend/dockerfile/parser/directives.go).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text_range.h"

namespace slipway::syntax {

using text::TextRange;

struct Directive {
  std::string name;  ///< lower case: escape, syntax or check
  std::string value;
  TextRange range;  ///< the comment
  TextRange name_range;
  TextRange value_range;
};

/// An error that a directive causes, with BuildKit's message. It reports the line before the directive (§3).
struct DirectiveError {
  std::string message;
  TextRange range;
};

struct Directives {
  std::vector<Directive> all;  ///< those that take effect, in order
  char escape = '\\';
  std::optional<DirectiveError> error;

  [[nodiscard]] const Directive* find(std::string_view name) const;
};

/// Reads the directives of a file. Ranges count bytes of the file.
[[nodiscard]] Directives read_directives(std::string_view text);

}  // namespace slipway::syntax
