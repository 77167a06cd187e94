#pragma once
// The bytes of a file or document, shared and never changed.

#include <memory>
#include <string>
#include <string_view>

#include "text/line_index.h"
#include "text/text_range.h"

namespace slipway::text {

/// An immutable text with its line indices. Cheap to copy: copies share the bytes. Any thread may read.
class SourceText {
 public:
  SourceText() : SourceText(std::string()) {}
  explicit SourceText(std::string bytes);

  [[nodiscard]] std::string_view bytes() const { return data_->bytes; }
  [[nodiscard]] std::string_view slice(TextRange range) const;
  [[nodiscard]] Offset size() const { return static_cast<Offset>(data_->bytes.size()); }
  /// Lines as BuildKit counts them.
  [[nodiscard]] const LineIndex& lines() const { return data_->lines; }
  /// Lines as LSP counts them.
  [[nodiscard]] const LineIndex& editor_lines() const { return data_->has_lone_returns ? data_->editor_lines : data_->lines; }
  /// The line end that the first line has, "\n" or "\r\n": what new lines of an edit should use.
  [[nodiscard]] std::string_view line_end() const;

 private:
  struct Data {
    std::string bytes;
    LineIndex lines;
    LineIndex editor_lines;
    bool has_lone_returns = false;
  };
  std::shared_ptr<const Data> data_;
};

}  // namespace slipway::text
