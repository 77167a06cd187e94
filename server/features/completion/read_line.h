#pragma once
// What is being typed in an instruction: walks over keyword, flags and arguments up to the cursor.

#include "features/completion/typed_line.h"
#include "features/completion/where.h"

namespace slipway::features {

/// Fills in what the line tells; `cursor` and `instruction` are the caller's.
void read_line(const TypedLine& line, char escape, Where& where);

/// A variable that is being typed at `cursor` of `text`, of which `begin` is the first byte that may quote it. True when there is
/// one; `where` then has its part, brace and typed text, and `name_end` is behind the name.
struct TypedVariable {
  std::size_t begin = 0;  ///< the name's first byte
  std::size_t end = 0;    ///< behind the name
  Brace brace = Brace::None;
};

/// Whether single quotes keep a variable from being replaced.
enum class SingleQuotes { Hide, Plain };

[[nodiscard]] std::optional<TypedVariable> typed_variable(std::string_view text, std::size_t begin, std::size_t cursor, char escape,
                                                          SingleQuotes quotes);

}  // namespace slipway::features
