#pragma once
// tree-sitter with the shell grammar: parsing, and nodes by kind instead of by name. Private to shell/.

#include <tree_sitter/api.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/text_range.h"

namespace slipway::shell {

/// Deeper nesting than anybody writes; keeps a hostile text from using up the stack.
constexpr unsigned max_nesting = 200;

/// What a node means to us. Several of the grammar's names share one kind.
enum class NodeKind : std::uint8_t {
  Other,
  Token,
  Comment,
  Error,
  Program,
  List,
  Pipeline,
  Redirected,
  Negated,
  Compound,
  Subshell,
  Command,
  CommandName,
  Declaration,
  Test,
  Assignment,
  Assignments,
  Block,   ///< if, for, while, case
  Clause,  ///< a part of one: `else …`, `do … done`
  CaseItem,
  Function,
  FileRedirect,
  HeredocRedirect,
  Herestring,
  HeredocBody,
  HeredocStart,
  Substitution,  ///< `$(…)`, `` `…` ``, `<(…)`
  Expansion,     ///< `$x`, `${x}`, `$((…))`
  Literal,       ///< any other word or part of one
};

struct Node {
  TSNode handle{};
  NodeKind kind = NodeKind::Other;
  TSFieldId field = 0;

  [[nodiscard]] text::TextRange range() const { return {ts_node_start_byte(handle), ts_node_end_byte(handle)}; }
  [[nodiscard]] std::string_view type() const { return ts_node_type(handle); }
};

/// Fields of the grammar that we ask for.
struct Fields {
  TSFieldId name, value, argument, redirect, descriptor, destination, right;
};

[[nodiscard]] const Fields& fields();

/// A parsed text. Nodes are valid as long as this lives; the text is not kept. A text that takes absurdly long to parse gives no tree.
class BashTree {
 public:
  explicit BashTree(std::string_view text);
  ~BashTree();
  BashTree(const BashTree&) = delete;
  BashTree& operator=(const BashTree&) = delete;

  [[nodiscard]] bool exists() const { return tree_ != nullptr; }
  [[nodiscard]] Node root() const;
  [[nodiscard]] bool has_error() const;

 private:
  TSTree* tree_;
};

/// The node's children, tokens and comments included.
[[nodiscard]] std::vector<Node> children(const Node& node);

}  // namespace slipway::shell
