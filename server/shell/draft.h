#pragma once
// A command while its words are collected. Private to shell/.

#include <optional>
#include <string_view>
#include <vector>

#include "shell/bash_tree.h"
#include "shell/command_reader.h"

namespace slipway::shell {

/// Collects the words of one command and joins those that the grammar cuts in two.
class Draft {
 public:
  explicit Draft(std::string_view text) : text_(text) {}

  void add_word(const Node& node);
  /// A `variable_assignment`.
  void add_assignment(const Node& node);
  /// The first word becomes the name, the others arguments; after a declaration (`export`) words `NAME=…` are assignments too.
  [[nodiscard]] Command finish() const;
  /// All words as arguments.
  [[nodiscard]] std::vector<Argument> arguments() const;

 private:
  struct Piece {
    TextRange range;
    TextRange name;          ///< of an assignment; empty for a word
    text::Offset value = 0;  ///< where an assignment's value begins
    std::vector<TextRange> substitutions;
    [[nodiscard]] bool is_assignment() const { return !name.empty(); }
  };
  void add(Piece piece);
  [[nodiscard]] bool continues_word(text::Offset end, text::Offset begin) const;
  [[nodiscard]] Argument argument(const Piece& piece) const;
  [[nodiscard]] Assignment assignment(const Piece& piece) const;

  std::string_view text_;
  std::vector<Piece> pieces_;
};

/// True for `export`, `declare`, `local`, `readonly` and `typeset`.
[[nodiscard]] bool is_declaration(std::string_view program);

/// Cuts `NAME=value`; nothing when `word` does not begin with a variable's name and `=`.
[[nodiscard]] std::optional<Assignment> as_assignment(const Argument& word);

}  // namespace slipway::shell
