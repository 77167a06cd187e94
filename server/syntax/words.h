#pragma once
// How BuildKit cuts the arguments of an instruction into words (frontend/dockerfile/parser/line_parsers.go). Private to syntax/.
// Ranges count bytes of the joined line.

#include <string>
#include <string_view>
#include <vector>

#include "text/text_range.h"

namespace slipway::syntax {

struct LineWord {
  std::string text;
  text::TextRange range;
};

/// The blanks between keyword, flags and plain words: `[\t\v\f\r ]`.
[[nodiscard]] bool is_blank(char c);

/// Plain words: runs of blanks separate, quotes mean nothing (FROM, EXPOSE, COPY …).
[[nodiscard]] std::vector<LineWord> split_plain(std::string_view line, text::TextRange within);

/// Words of ENV, LABEL and ARG: Unicode white space separates outside quotes; quotes and escapes stay in the word.
[[nodiscard]] std::vector<LineWord> split_quoted(std::string_view line, text::TextRange within, char escape);

/// The range without Unicode white space at both ends.
[[nodiscard]] text::TextRange trim_range(std::string_view line, text::TextRange within);

}  // namespace slipway::syntax
