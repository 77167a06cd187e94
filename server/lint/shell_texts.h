#pragma once
// The scripts of RUN as ShellCheck reads them: each with its shebang and with the variables that ARG and ENV set, and the way back from each
// byte to the file. What is told here does not depend on whether ShellCheck is installed.

#include <optional>
#include <string>
#include <vector>

#include "lint/rule.h"

namespace slipway::lint {

class ShellText {
 public:
  ShellText(semantic::InstructionId instruction, std::string prelude) : instruction_(instruction), text_(std::move(prelude)) {
    places_.assign(text_.size(), nowhere);
  }

  [[nodiscard]] semantic::InstructionId instruction() const { return instruction_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Adds a byte that stands at `place` of the file.
  void add(char c, text::Offset place);
  /// Adds text that stands nowhere in the file.
  void add(std::string_view text);
  /// The offset in `text()` of a line and column, both counted from 1, columns in characters; its end when the line is shorter.
  [[nodiscard]] std::size_t offset_of(std::size_t line, std::size_t column) const;
  /// Where a part of `text()` stands in the file; nothing for what does not stand there. An empty part is the place behind the byte before.
  [[nodiscard]] std::optional<TextRange> place(std::size_t begin, std::size_t end) const;
  /// The place before a byte.
  [[nodiscard]] std::optional<text::Offset> place_before(std::size_t at) const;

 private:
  static constexpr text::Offset nowhere = ~text::Offset{0};
  semantic::InstructionId instruction_;
  std::string text_;
  std::vector<text::Offset> places_;  ///< of each byte of the text
};

/// One for each RUN in shell form, also ONBUILD's; none for shells and interpreters that ShellCheck does not know.
[[nodiscard]] std::vector<ShellText> shell_texts(const semantic::Analysis& analysis, const semantic::Model& model);

}  // namespace slipway::lint
