#include "shell/command_reader.h"

#include <algorithm>
#include <utility>

#include "shell/bash_tree.h"
#include "shell/draft.h"

namespace slipway::shell {

namespace {

/// The right end of a statement: what a redirection or `|` behind it applies to.
struct End {
  std::optional<std::size_t> command;
  bool conditional = false;
};

bool is_statement(const Node& node) { return node.kind != NodeKind::Token && node.kind != NodeKind::Comment; }

/// A word between statements: what `case` looks at, what `for` runs over.
bool is_word(const Node& node) {
  return node.kind == NodeKind::Literal || node.kind == NodeKind::Expansion || node.kind == NodeKind::Substitution;
}

void extend(TextRange& range, TextRange by) {
  if (range.empty()) {
    range = by;
    return;
  }
  range = {std::min(range.begin, by.begin), std::max(range.end, by.end)};
}

class Reader {
 public:
  Reader(std::string_view text, const Places& places, const std::vector<HeadHeredoc>& heredocs)
      : text_(text), places_(places), heredocs_(heredocs) {}

  Reading run(Context context) {
    const BashTree tree(text_);
    out_.complete = tree.exists() && !tree.has_error();
    if (!tree.exists()) return std::move(out_);
    statements(children(tree.root()), context);
    return std::move(out_);
  }

 private:
  /// A command that is being read: its words, and the nodes to search for substitutions once it is written down.
  struct Open {
    Draft draft;
    RawCommand raw;
    std::vector<Node> inner;
  };

  void statements(const std::vector<Node>& nodes, Context context);
  void separator(std::string_view token, Context& context);
  End statement(const Node& node, Context context);
  End statement_inside(const Node& node, Context context);
  End list(Node node, Context context);
  End pipeline(const Node& node, Context context);
  End redirected(const Node& node, Context context);
  End heredoc_rest(const Node& heredoc, Context context, End end);
  End command(const Node& node, Context context);
  End commit(Open open, Context context);
  void test_words(const Node& node, Open& open);
  void redirection(const Node& node, Open& open);
  void redirection_words(const Node& node, Open& open, Redirection& made);
  void heredoc(const Node& node, Open& open, Redirection& made);
  void substitutions(const Node& node, Context context);

  std::string_view text_;
  const Places& places_;
  const std::vector<HeadHeredoc>& heredocs_;
  Reading out_;
  unsigned nesting_ = 0;
};

/// A token between statements says how the next one is joined.
void Reader::separator(std::string_view token, Context& context) {
  if (token == "&") context.join = Join::Background;
  if (token != "then" && token != "do" && token != "else" && token != "elif" && token != "if" && token != "while") return;
  context.join = Join::First;
  if (token == "then" || token == "do") context.conditional = true;
}

void Reader::statements(const std::vector<Node>& nodes, Context context) {
  for (const auto& node : nodes) {
    if (node.kind == NodeKind::Token) {
      separator(node.type(), context);
    } else if (node.kind != NodeKind::Comment) {
      statement(node, context);
      if (!is_word(node)) context.join = Join::Sequence;
    }
  }
}

End Reader::statement(const Node& node, Context context) {
  if (nesting_ >= max_nesting) {
    out_.complete = false;
    return {};
  }
  ++nesting_;
  const auto end = statement_inside(node, context);
  --nesting_;
  return end;
}

End Reader::statement_inside(const Node& node, Context context) {
  const Context deeper{Join::First, context.depth + 1, context.conditional};
  switch (node.kind) {
    case NodeKind::List: return list(node, context);
    case NodeKind::Pipeline:
    case NodeKind::Negated: return pipeline(node, context);
    case NodeKind::Redirected: return redirected(node, context);
    case NodeKind::Command:
    case NodeKind::Declaration:
    case NodeKind::Test:
    case NodeKind::Assignment:
    case NodeKind::Assignments: return command(node, context);
    case NodeKind::Program:
    case NodeKind::Error:
    case NodeKind::Compound: statements(children(node), context); break;
    case NodeKind::Subshell:
    case NodeKind::Block: statements(children(node), deeper); break;
    case NodeKind::Clause: statements(children(node), {Join::First, context.depth, context.conditional}); break;
    case NodeKind::CaseItem: statements(children(node), {Join::First, context.depth, true}); break;
    case NodeKind::Function: statements(children(node), {Join::First, context.depth + 1, true}); break;
    default: substitutions(node, context); break;
  }
  return {std::nullopt, context.conditional};
}

/// `a && b || c` is a list in a list on the left, as deep as there are operators: read without recursion.
End Reader::list(Node node, Context context) {
  struct Part {
    Node node;
    bool is_or;
  };
  std::vector<Part> parts;
  while (node.kind == NodeKind::List) {
    bool is_or = false;
    std::vector<Part> here;
    for (const auto& child : children(node)) {
      if (child.kind == NodeKind::Token) is_or = child.type() == "||";
      if (is_statement(child)) here.push_back({child, is_or});
    }
    if (here.empty()) break;
    parts.insert(parts.end(), here.rbegin(), std::prev(here.rend()));
    node = here.front().node;
  }
  auto end = statement(node, context);
  std::reverse(parts.begin(), parts.end());
  for (const auto& part : parts) {
    end = statement(part.node, {part.is_or ? Join::Or : Join::And, context.depth, context.conditional || part.is_or});
  }
  return end;
}

End Reader::pipeline(const Node& node, Context context) {
  End end{std::nullopt, context.conditional};
  for (const auto& child : children(node)) {
    if (!is_statement(child)) continue;
    end = statement(child, context);
    context = {Join::Pipe, context.depth, end.conditional};
  }
  return end;
}

/// The grammar hangs a redirection on a whole list or pipeline; a shell gives it to the last command.
End Reader::redirected(const Node& node, Context context) {
  Open open{Draft(text_), {}, {}};
  End end{std::nullopt, context.conditional};
  bool has_body = false;
  const auto parts = children(node);
  for (const auto& child : parts) {
    const bool is_redirection =
        child.kind == NodeKind::FileRedirect || child.kind == NodeKind::HeredocRedirect || child.kind == NodeKind::Herestring;
    if (is_redirection) {
      redirection(child, open);
    } else if (is_statement(child)) {
      end = statement(child, context);
      has_body = true;
    }
  }
  const auto inner = std::move(open.inner);
  open.inner.clear();
  if (!has_body) {
    end = commit(std::move(open), context);
  } else if (end.command) {
    auto& target = out_.commands[*end.command];
    for (auto& argument : open.draft.arguments()) {
      extend(target.command.range, argument.range);
      target.command.arguments.push_back(std::move(argument));
    }
    for (auto& made : open.raw.command.redirections) {
      extend(target.command.range, made.range);
      target.command.redirections.push_back(std::move(made));
    }
    if (open.raw.input) target.input = open.raw.input;
  }
  for (const auto& part : inner) substitutions(part, context);
  for (const auto& child : parts) {
    if (child.kind == NodeKind::HeredocRedirect) end = heredoc_rest(child, context, end);
  }
  return end;
}

/// What the grammar puts inside a heredoc's redirection though it stands behind it: `cat <<EOF && b`, `cat <<EOF | b`.
End Reader::heredoc_rest(const Node& heredoc, Context context, End end) {
  context.conditional = end.conditional;
  for (const auto& child : children(heredoc)) {
    if (child.kind == NodeKind::Token) {
      if (child.type() == "&&") context.join = Join::And;
      if (child.type() == "||") context = {Join::Or, context.depth, true};
    } else if (child.field == fields().right) {
      end = statement(child, context);
    } else if (child.kind == NodeKind::Pipeline) {
      for (const auto& part : children(child)) {
        if (is_statement(part)) end = statement(part, {Join::Pipe, context.depth, context.conditional});
      }
    }
  }
  return end;
}

End Reader::command(const Node& node, Context context) {
  Open open{Draft(text_), {}, {}};
  std::vector<Node> parts = node.kind == NodeKind::Assignment ? std::vector<Node>{node} : children(node);
  if (node.kind == NodeKind::Test) {
    test_words(node, open);
    parts.clear();
  }
  std::vector<Node> subshells;
  for (const auto& child : parts) {
    switch (child.kind) {
      case NodeKind::Comment: continue;
      case NodeKind::Assignment: open.draft.add_assignment(child); break;
      case NodeKind::FileRedirect:
      case NodeKind::HeredocRedirect:
      case NodeKind::Herestring: redirection(child, open); continue;
      case NodeKind::Subshell: subshells.push_back(child); continue;
      default: open.draft.add_word(child); break;
    }
    open.inner.push_back(child);
  }
  const auto end = commit(std::move(open), context);
  for (const auto& subshell : subshells) statement(subshell, context);
  return end;
}

/// The operands and operators of `[ … ]` and `[[ … ]]` as words; `(( … ))` is no command.
void Reader::test_words(const Node& node, Open& open) {
  const auto parts = children(node);
  const bool is_arithmetic = !parts.empty() && parts.front().kind == NodeKind::Token && parts.front().type() == "((";
  for (const auto& child : parts) {
    if (child.kind == NodeKind::Comment) continue;
    const bool is_expression = child.kind == NodeKind::Other || child.kind == NodeKind::Redirected || child.kind == NodeKind::Command ||
                               child.kind == NodeKind::CommandName || child.kind == NodeKind::Error;
    if (is_arithmetic) {
      open.inner.push_back(child);
    } else if (is_expression) {
      if (nesting_ >= max_nesting) return;
      ++nesting_;
      test_words(child, open);
      --nesting_;
    } else {
      open.draft.add_word(child);
      open.inner.push_back(child);
    }
  }
}

End Reader::commit(Open open, Context context) {
  auto command = open.draft.finish();
  command.redirections = std::move(open.raw.command.redirections);
  for (const auto& made : command.redirections) extend(command.range, made.range);
  command.join = context.join;
  command.depth = context.depth;
  command.conditional = context.conditional;
  End end{std::nullopt, context.conditional};
  if (!command.range.empty()) {
    end.command = out_.commands.size();
    out_.commands.push_back({std::move(command), open.raw.input});
  }
  for (const auto& node : open.inner) substitutions(node, context);
  return end;
}

void Reader::redirection(const Node& node, Open& open) {
  Redirection made;
  made.range = node.range();
  if (node.kind == NodeKind::HeredocRedirect) {
    heredoc(node, open, made);
  } else {
    redirection_words(node, open, made);
  }
  for (const auto& hidden : heredocs_) {
    if (!hidden.word.overlaps(made.range)) continue;
    made.op = hidden.op;
    made.target = {hidden.name, hidden.word, false};
    open.raw.input = hidden.body;
  }
  open.raw.command.redirections.push_back(std::move(made));
}

/// `> file`; the grammar takes words behind the file for more files, they are arguments.
void Reader::redirection_words(const Node& node, Open& open, Redirection& made) {
  Draft words(text_);
  for (const auto& child : children(node)) {
    if (child.field == fields().descriptor || child.kind == NodeKind::Token) {
      made.op += text_.substr(child.range().begin, child.range().size());
      continue;
    }
    if (child.kind == NodeKind::Comment) continue;
    words.add_word(child);
    open.inner.push_back(child);
  }
  auto arguments = words.arguments();
  if (arguments.empty()) return;
  made.target = std::move(arguments.front());
  made.range.end = made.target.range.end;
  for (const auto& child : children(node)) {
    const bool is_word = child.kind != NodeKind::Token && child.kind != NodeKind::Comment && child.field != fields().descriptor;
    if (is_word && child.range().begin >= made.range.end) open.draft.add_word(child);
  }
}

void Reader::heredoc(const Node& node, Open& open, Redirection& made) {
  for (const auto& child : children(node)) {
    if (child.field == fields().descriptor || (child.kind == NodeKind::Token && child.type().substr(0, 2) == "<<")) {
      made.op += text_.substr(child.range().begin, child.range().size());
    } else if (child.kind == NodeKind::HeredocStart) {
      Draft word(text_);
      word.add_word(child);
      auto names = word.arguments();
      if (!names.empty()) made.target = std::move(names.front());
      made.range.end = child.range().end;
    } else if (child.kind == NodeKind::HeredocBody) {
      const auto range = child.range();
      open.raw.input = NestedText{text_.substr(range.begin, range.size()), places_.behind(range.begin)};
      open.inner.push_back(child);
    } else if (child.field == fields().argument) {
      open.draft.add_word(child);
      open.inner.push_back(child);
    } else if (child.kind == NodeKind::FileRedirect || child.kind == NodeKind::Herestring) {
      redirection(child, open);
    }
  }
}

/// Reads the commands in `$(…)` and the like anywhere below a word.
void Reader::substitutions(const Node& node, Context context) {
  if (ts_node_child_count(node.handle) == 0) return;
  if (nesting_ >= max_nesting) {
    out_.complete = false;
    return;
  }
  ++nesting_;
  if (node.kind == NodeKind::Substitution) {
    statements(children(node), {Join::First, context.depth + 1, context.conditional});
  } else {
    for (const auto& child : children(node)) substitutions(child, context);
  }
  --nesting_;
}

}  // namespace

Reading read_commands(std::string_view text, const Places& places, const std::vector<HeadHeredoc>& heredocs, Context context) {
  return Reader(text, places, heredocs).run(context);
}

}  // namespace slipway::shell
