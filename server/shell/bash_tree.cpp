#include "shell/bash_tree.h"

#include <ctime>
#include <memory>
#include <string_view>
#include <utility>

extern "C" const TSLanguage* tree_sitter_bash();

namespace slipway::shell {

namespace {

constexpr std::pair<std::string_view, NodeKind> kinds[] = {
    {"comment", NodeKind::Comment},
    {"program", NodeKind::Program},
    {"list", NodeKind::List},
    {"pipeline", NodeKind::Pipeline},
    {"redirected_statement", NodeKind::Redirected},
    {"negated_command", NodeKind::Negated},
    {"compound_statement", NodeKind::Compound},
    {"subshell", NodeKind::Subshell},
    {"command", NodeKind::Command},
    {"command_name", NodeKind::CommandName},
    {"declaration_command", NodeKind::Declaration},
    {"unset_command", NodeKind::Declaration},
    {"test_command", NodeKind::Test},
    {"variable_assignment", NodeKind::Assignment},
    {"variable_assignments", NodeKind::Assignments},
    {"if_statement", NodeKind::Block},
    {"elif_clause", NodeKind::Clause},
    {"else_clause", NodeKind::Clause},
    {"for_statement", NodeKind::Block},
    {"c_style_for_statement", NodeKind::Block},
    {"while_statement", NodeKind::Block},
    {"do_group", NodeKind::Clause},
    {"case_statement", NodeKind::Block},
    {"case_item", NodeKind::CaseItem},
    {"function_definition", NodeKind::Function},
    {"file_redirect", NodeKind::FileRedirect},
    {"heredoc_redirect", NodeKind::HeredocRedirect},
    {"herestring_redirect", NodeKind::Herestring},
    {"heredoc_body", NodeKind::HeredocBody},
    {"heredoc_start", NodeKind::HeredocStart},
    {"command_substitution", NodeKind::Substitution},
    {"process_substitution", NodeKind::Substitution},
    {"arithmetic_expansion", NodeKind::Expansion},
    {"expansion", NodeKind::Expansion},
    {"simple_expansion", NodeKind::Expansion},
    {"word", NodeKind::Literal},
    {"string", NodeKind::Literal},
    {"raw_string", NodeKind::Literal},
    {"translated_string", NodeKind::Literal},
    {"ansi_c_string", NodeKind::Literal},
    {"number", NodeKind::Literal},
    {"concatenation", NodeKind::Literal},
    {"brace_expression", NodeKind::Literal},
    {"extglob_pattern", NodeKind::Literal},
    {"regex", NodeKind::Literal},
    {"test_operator", NodeKind::Literal},
    {"variable_name", NodeKind::Literal},
    {"special_variable_name", NodeKind::Literal},
    {"subscript", NodeKind::Literal},
    {"array", NodeKind::Literal},
};

std::vector<NodeKind> make_table() {
  const TSLanguage* language = tree_sitter_bash();
  std::vector<NodeKind> table(ts_language_symbol_count(language), NodeKind::Other);
  for (std::size_t symbol = 0; symbol < table.size(); ++symbol) {
    const auto id = static_cast<TSSymbol>(symbol);
    if (ts_language_symbol_type(language, id) != TSSymbolTypeRegular) {
      table[symbol] = NodeKind::Token;
      continue;
    }
    const std::string_view name = ts_language_symbol_name(language, id);
    for (const auto& [spelling, kind] : kinds) {
      if (spelling == name) table[symbol] = kind;
    }
  }
  return table;
}

NodeKind kind_of(TSNode node) {
  static const std::vector<NodeKind> table = make_table();
  const auto symbol = ts_node_symbol(node);
  return symbol < table.size() ? table[symbol] : NodeKind::Error;
}

TSFieldId field_id(std::string_view name) {
  return ts_language_field_id_for_name(tree_sitter_bash(), name.data(), static_cast<std::uint32_t>(name.size()));
}

struct DeleteParser {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

/// Parsing takes 0.25 ms a kilobyte, but quadratic time for some hostile texts (thousands of commands in one pipeline). What counts is the
/// work, not the clock on the wall: a machine that is busy with something else must not change what is found.
constexpr std::uint64_t work_limit_in_microseconds = 300'000;
constexpr std::uint64_t step_in_microseconds = 100'000;

/// Time that this thread has worked so far.
std::uint64_t worked_microseconds() {
#if defined(CLOCK_THREAD_CPUTIME_ID)
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000 + static_cast<std::uint64_t>(now.tv_nsec) / 1'000;
#else
  return static_cast<std::uint64_t>(std::clock()) * 1'000'000 / CLOCKS_PER_SEC;
#endif
}

/// One parser a thread: a parser must not be shared, and a new one for each script costs more than most scripts.
TSParser* parser() {
  thread_local const std::unique_ptr<TSParser, DeleteParser> instance = [] {
    std::unique_ptr<TSParser, DeleteParser> made(ts_parser_new());
    ts_parser_set_language(made.get(), tree_sitter_bash());
    ts_parser_set_timeout_micros(made.get(), step_in_microseconds);
    return made;
  }();
  return instance.get();
}

/// The tree of a text; null when it is too much work. Called again, the parser goes on where it was interrupted.
TSTree* parse(std::string_view text) {
  const auto begin = worked_microseconds();
  while (true) {
    if (auto* tree = ts_parser_parse_string(parser(), nullptr, text.data(), static_cast<std::uint32_t>(text.size()))) return tree;
    if (worked_microseconds() - begin < work_limit_in_microseconds) continue;
    ts_parser_reset(parser());
    return nullptr;
  }
}

}  // namespace

const Fields& fields() {
  static const Fields all{field_id("name"),       field_id("value"),       field_id("argument"), field_id("redirect"),
                          field_id("descriptor"), field_id("destination"), field_id("right")};
  return all;
}

BashTree::BashTree(std::string_view text) : tree_(parse(text)) {}

BashTree::~BashTree() {
  if (tree_) ts_tree_delete(tree_);
}

Node BashTree::root() const {
  const auto handle = ts_tree_root_node(tree_);
  return {handle, kind_of(handle), 0};
}

bool BashTree::has_error() const { return ts_node_has_error(ts_tree_root_node(tree_)); }

std::vector<Node> children(const Node& node) {
  std::vector<Node> out;
  TSTreeCursor cursor = ts_tree_cursor_new(node.handle);
  if (ts_tree_cursor_goto_first_child(&cursor)) {
    do {
      const auto handle = ts_tree_cursor_current_node(&cursor);
      out.push_back({handle, kind_of(handle), ts_tree_cursor_current_field_id(&cursor)});
    } while (ts_tree_cursor_goto_next_sibling(&cursor));
  }
  ts_tree_cursor_delete(&cursor);
  return out;
}

}  // namespace slipway::shell
