#include "syntax/tree.h"

#include <tree_sitter/api.h>

#include <cstdlib>
#include <optional>

#include "support/expect.h"

extern "C" const TSLanguage* tree_sitter_dockerfile(void);

namespace slipway::syntax {

namespace {

using text::TextEdit;

struct ParserDeleter {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

TSParser& parser() {
  static thread_local const std::unique_ptr<TSParser, ParserDeleter> instance = [] {
    std::unique_ptr<TSParser, ParserDeleter> made(ts_parser_new());
    expect(ts_parser_set_language(made.get(), tree_sitter_dockerfile()), "syntax.language_version");
    return made;
  }();
  return *instance;
}

TextRange range_of(TSNode node) { return {ts_node_start_byte(node), ts_node_end_byte(node)}; }

/// What a node symbol is at the top level.
struct SymbolMeaning {
  NodeKind kind = NodeKind::Comment;
  Keyword keyword = Keyword::Unknown;
};

/// `run_instruction` → Instruction, Run; by symbol number, so that no names are compared while walking.
const std::vector<SymbolMeaning>& symbol_meanings() {
  static const std::vector<SymbolMeaning> table = [] {
    const auto* language = tree_sitter_dockerfile();
    std::vector<SymbolMeaning> out(ts_language_symbol_count(language));
    for (std::uint32_t symbol = 0; symbol < out.size(); ++symbol) {
      const std::string_view name = ts_language_symbol_name(language, static_cast<TSSymbol>(symbol));
      constexpr std::string_view suffix = "_instruction";
      if (name == "directive") out[symbol].kind = NodeKind::Directive;
      if (name.size() <= suffix.size() || name.substr(name.size() - suffix.size()) != suffix) continue;
      out[symbol] = {NodeKind::Instruction, keyword_from(name.substr(0, name.size() - suffix.size()))};
    }
    return out;
  }();
  return table;
}

SymbolMeaning meaning_of(TSNode node) {
  const auto symbol = ts_node_symbol(node);
  const auto& table = symbol_meanings();
  return symbol < table.size() ? table[symbol] : SymbolMeaning{NodeKind::Instruction, Keyword::Unknown};  // ERROR
}

class Cursor {
 public:
  explicit Cursor(TSNode node) : cursor_(ts_tree_cursor_new(node)) {}
  ~Cursor() { ts_tree_cursor_delete(&cursor_); }
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  /// The first child that ends at `byte` or behind it. Finds nothing where only blanks and the line end behind a child reach `byte`:
  /// they belong to a token that is no child.
  bool to_child_for(text::Offset byte) { return ts_tree_cursor_goto_first_child_for_byte(&cursor_, byte) >= 0; }
  bool to_child() { return ts_tree_cursor_goto_first_child(&cursor_); }
  bool to_next() { return ts_tree_cursor_goto_next_sibling(&cursor_); }
  [[nodiscard]] TSNode node() const { return ts_tree_cursor_current_node(&cursor_); }

 private:
  TSTreeCursor cursor_;
};

/// tree-sitter wants rows and columns with edits; nothing of ours reads them back, so bytes stand in for columns of row 0.
TSInputEdit to_input_edit(const TextEdit& edit) {
  TSInputEdit out;
  out.start_byte = edit.range.begin;
  out.old_end_byte = edit.range.end;
  out.new_end_byte = edit.range.begin + static_cast<std::uint32_t>(edit.new_text.size());
  out.start_point = {0, out.start_byte};
  out.old_end_point = {0, out.old_end_byte};
  out.new_end_point = {0, out.new_end_byte};
  return out;
}

std::uint32_t count_errors(TSNode node) {
  if (!ts_node_has_error(node)) return ts_node_is_missing(node) ? 1 : 0;
  constexpr TSSymbol error_symbol = 0xFFFF;  // tree-sitter's ts_builtin_sym_error
  std::uint32_t count = ts_node_symbol(node) == error_symbol || ts_node_is_missing(node) ? 1 : 0;
  for (std::uint32_t i = 0; i < ts_node_child_count(node); ++i) count += count_errors(ts_node_child(node, i));
  return count;
}

}  // namespace

struct Tree::Data {
  explicit Data(TSTree* made) : tree(made) {}
  ~Data() { ts_tree_delete(tree); }
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;
  TSTree* tree;
};

Tree Tree::parse(std::string_view text) {
  Tree out;
  out.data_ = std::make_shared<Data>(ts_parser_parse_string(&parser(), nullptr, text.data(), static_cast<std::uint32_t>(text.size())));
  return out;
}

Tree Tree::reparse(std::string_view text, const std::vector<TextEdit>& edits) const {
  if (!data_) return parse(text);
  const Data edited(ts_tree_copy(data_->tree));
  for (const auto& edit : edits) {
    const auto input = to_input_edit(edit);
    ts_tree_edit(edited.tree, &input);
  }
  Tree out;
  out.data_ = std::make_shared<Data>(ts_parser_parse_string(&parser(), edited.tree, text.data(), static_cast<std::uint32_t>(text.size())));
  return out;
}

Tree Tree::stretched(const TextEdit& edit) const {
  Tree out;
  if (!data_) return out;
  auto data = std::make_shared<Data>(ts_tree_copy(data_->tree));
  const auto input = to_input_edit(edit);
  ts_tree_edit(data->tree, &input);
  out.data_ = std::move(data);
  return out;
}

void Tree::visit_top_level(Offset begin, const std::function<bool(const TopLevelNode&)>& visit) const {
  if (!data_) return;
  Cursor cursor(ts_tree_root_node(data_->tree));
  if (!cursor.to_child_for(begin) && !cursor.to_child()) return;
  do {
    const auto node = cursor.node();
    const auto meaning = meaning_of(node);
    if (!visit({meaning.kind, meaning.keyword, range_of(node)})) return;
  } while (cursor.to_next());
}

std::vector<TopLevelNode> Tree::top_level(TextRange range) const {
  std::vector<TopLevelNode> out;
  visit_top_level(range.begin, [&](const TopLevelNode& node) {
    if (node.range.begin <= range.end) out.push_back(node);
    return node.range.begin <= range.end;
  });
  return out;
}

std::vector<HeredocPlace> Tree::heredocs(TextRange instruction) const {
  std::vector<HeredocPlace> out;
  if (!data_) return out;
  Cursor cursor(ts_tree_root_node(data_->tree));
  if (!cursor.to_child_for(instruction.begin + 1) || !cursor.to_child()) return out;
  std::optional<TextRange> body;
  do {
    const auto node = cursor.node();
    const std::string_view type = ts_node_type(node);
    const auto place = range_of(node);
    const TextRange relative{place.begin - instruction.begin, place.end - instruction.begin};
    if (type == "heredoc_body") body = relative;
    if (type == "heredoc_end") {
      out.push_back({body.value_or(TextRange{relative.begin, relative.begin}), relative});
      body.reset();
    }
  } while (cursor.to_next());
  return out;
}

std::uint32_t Tree::error_count() const { return data_ ? count_errors(ts_tree_root_node(data_->tree)) : 0; }

std::string Tree::to_text() const {
  if (!data_) return {};
  char* const text = ts_node_string(ts_tree_root_node(data_->tree));
  std::string out(text);
  std::free(text);  // NOLINT: allocated by tree-sitter with malloc
  return out;
}

}  // namespace slipway::syntax
