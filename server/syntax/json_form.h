#pragma once
// The JSON form of arguments: `["a", "b"]` (frontend/dockerfile/parser/line_parsers.go, parseJSON). Private to syntax/.

#include <string_view>
#include <vector>

#include "syntax/words.h"

namespace slipway::syntax {

enum class JsonKind {
  NotJson,     ///< no valid JSON array: BuildKit silently takes the other form
  Strings,     ///< an array of strings, maybe empty: exec form
  NonStrings,  ///< a valid array with something else in it: an error
};

struct JsonForm {
  JsonKind kind = JsonKind::NotJson;
  std::vector<LineWord> strings;  ///< decoded values; ranges without the quotes, in the joined line
};

[[nodiscard]] JsonForm read_json_form(std::string_view line, text::TextRange within);

}  // namespace slipway::syntax
