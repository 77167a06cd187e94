#pragma once
// A line of comma-separated values as `--mount` and `--device` are cut (tonistiigi/go-csvvalue).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::syntax {

struct CsvFields {
  std::vector<std::string> fields;   ///< those before the error, if there is one
  std::optional<std::string> error;  ///< Go's sentence: `EOF` for an empty line
};

/// Cuts at commas; `"` may wrap a field and is doubled in it.
[[nodiscard]] CsvFields read_csv_fields(std::string_view line);

}  // namespace slipway::syntax
