#pragma once
// Reads parameters out of JSON and remembers what was wrong with them, in words for the client's author.

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::lsp {

/// A place in a JSON value; absent where a member is missing. The first thing that is not as expected is written to the
/// problem text that all readers of one value share; reading then goes on with empty values.
class Reader {
 public:
  /// `value` and `problem` must outlive the reader and all made from it.
  Reader(const nlohmann::json& value, std::string& problem);

  /// A member; absent when there is none. Members of an absent value are absent.
  [[nodiscard]] Reader operator[](std::string_view name) const;
  /// Neither missing nor null.
  [[nodiscard]] bool present() const;
  [[nodiscard]] bool is_object() const;
  [[nodiscard]] bool is_array() const;
  [[nodiscard]] bool is_text() const;

  // Required: a problem when missing or of another kind.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::int64_t number() const;
  [[nodiscard]] std::vector<Reader> items() const;

  // Optional: a problem only when present and of another kind.
  [[nodiscard]] std::optional<std::string> optional_text() const;
  [[nodiscard]] std::optional<std::int64_t> optional_number() const;
  [[nodiscard]] std::vector<Reader> optional_items() const;

  /// True only for `true`: how capabilities are declared.
  [[nodiscard]] bool flag() const;
  /// The strings of an array; whatever else is there is left out without a problem.
  [[nodiscard]] std::vector<std::string> texts() const;
  /// The value's JSON text; "null" when absent.
  [[nodiscard]] std::string json() const;

  /// Reports that something else was expected here, unless something was reported before.
  void complain(std::string_view expected) const;

 private:
  Reader(const nlohmann::json* value, std::string& problem, std::string path);

  const nlohmann::json* value_;
  std::string* problem_;
  std::string path_;
};

}  // namespace slipway::lsp
