#pragma once
// The forms in which `slipway lint` prints findings.

#include <string>
#include <vector>

#include "cli/lint.h"

namespace slipway::cli {

/// Everything that goes to standard output. Files that could not be read appear as findings of the rule "io-error" in the formats for programs.
[[nodiscard]] std::string render(const std::vector<FileReport>& reports, LintFormat format, const lint::Palette& palette);

/// The formats that are JSON: json, sarif, gitlab.
[[nodiscard]] std::string render_json(const std::vector<FileReport>& reports);
[[nodiscard]] std::string render_sarif(const std::vector<FileReport>& reports);
[[nodiscard]] std::string render_gitlab(const std::vector<FileReport>& reports);

/// A place as people and programs read it: 1-based line, 1-based column in bytes.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
};
[[nodiscard]] Place place_of(const semantic::Analysis& analysis, text::Offset offset);

inline constexpr const char* io_error_rule = "io-error";

}  // namespace slipway::cli
