#pragma once
// Writes JSON text straight into a string: answers with ten thousands of symbols need no tree of values in between.
// Whatever bytes a document holds, the text is valid JSON: invalid UTF-8 becomes U+FFFD.

#include <cstdint>
#include <string>
#include <string_view>

namespace slipway::jsonrpc {

/// Appends JSON values in order and puts the commas. The caller keeps objects and arrays balanced.
class Writer {
 public:
  Writer& begin_object() { return open('{'); }
  Writer& end_object() { return close('}'); }
  Writer& begin_array() { return open('['); }
  Writer& end_array() { return close(']'); }
  Writer& key(std::string_view name);

  Writer& text(std::string_view value);
  Writer& number(std::int64_t value);
  Writer& boolean(bool value);
  Writer& null();
  /// A value that is JSON already.
  Writer& raw(std::string_view json);

  /// The text written so far; the writer is empty afterwards.
  [[nodiscard]] std::string take();

 private:
  Writer& open(char bracket);
  Writer& close(char bracket);
  void separate();

  std::string out_;
  bool needs_comma_ = false;
};

/// `value` as a JSON string with its quotes.
[[nodiscard]] std::string json_string(std::string_view value);

}  // namespace slipway::jsonrpc
