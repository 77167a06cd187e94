#pragma once
// Owns tree-sitter's parser and trees; the only folder (with shell/) that knows tree-sitter. Header free of its types.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/instruction.h"
#include "syntax/keyword.h"
#include "text/text_edit.h"
#include "text/text_range.h"

namespace slipway::syntax {

enum class NodeKind { Directive, Comment, Instruction };

/// A child of the file: a directive, a comment line, or an instruction. Ranges count bytes of the file.
struct TopLevelNode {
  NodeKind kind = NodeKind::Comment;
  Keyword keyword = Keyword::Unknown;  ///< instructions only; Unknown also for what BuildKit does not know
  TextRange range;
};

/// An immutable syntax tree. Copies share it; any thread may read.
class Tree {
 public:
  Tree() = default;
  [[nodiscard]] static Tree parse(std::string_view text);
  /// The tree of `text`, re-using what `edits` left alone. The edits were applied one after the other to the text of this tree.
  [[nodiscard]] Tree reparse(std::string_view text, const std::vector<text::TextEdit>& edits) const;

  /// The tree after an edit that is known to change one token's text and nothing else: nothing is read. The token must reach beyond the
  /// edit on both sides.
  [[nodiscard]] Tree stretched(const text::TextEdit& edit) const;

  /// Calls `visit` for the file's children that end behind `begin` and maybe some before it, in order, as long as it returns true.
  void visit_top_level(Offset begin, const std::function<bool(const TopLevelNode&)>& visit) const;
  /// The file's children that touch `range`, in order.
  [[nodiscard]] std::vector<TopLevelNode> top_level(TextRange range) const;
  /// The heredocs of the instruction that begins at `instruction.begin`, counted from there.
  [[nodiscard]] std::vector<HeredocPlace> heredocs(TextRange instruction) const;
  /// Number of ERROR and MISSING nodes.
  [[nodiscard]] std::uint32_t error_count() const;
  /// The whole tree as an S-expression with fields, for `slipway inspect --what tree`.
  [[nodiscard]] std::string to_text() const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace slipway::syntax
