#include "shell/draft.h"

#include <algorithm>

#include "shell/unquote.h"
#include "support/strings.h"

namespace slipway::shell {

namespace {

/// The ranges in a word that stay as written: substitutions and expansions, outermost only.
void collect_substitutions(const Node& node, std::vector<TextRange>& out, unsigned nesting = 0) {
  if (nesting > max_nesting) return;
  if (node.kind == NodeKind::Substitution || node.kind == NodeKind::Expansion) {
    out.push_back(node.range());
    return;
  }
  if (ts_node_child_count(node.handle) == 0) return;
  for (const auto& child : children(node)) collect_substitutions(child, out, nesting + 1);
}

}  // namespace

bool is_declaration(std::string_view program) {
  constexpr std::string_view names[] = {"export", "declare", "local", "readonly", "typeset"};
  return std::find(std::begin(names), std::end(names), program) != std::end(names);
}

std::optional<Assignment> as_assignment(const Argument& word) {
  const auto equals = word.text.find('=');
  if (equals == std::string::npos || equals == 0 || is_digit(word.text.front())) return std::nullopt;
  const auto name = std::string_view(word.text).substr(0, equals);
  if (!std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; })) return std::nullopt;
  return Assignment{std::string(name), word.text.substr(equals + 1), word.range};
}

/// True when nothing but escaped blanks and continuations stands between two pieces: a shell sees one word.
bool Draft::continues_word(text::Offset end, text::Offset begin) const {
  auto gap = text_.substr(end, begin - end);
  while (!gap.empty()) {
    if (gap.size() < 2 || gap[0] != '\\') return false;
    const bool blank = gap[1] == ' ' || gap[1] == '\t' || gap[1] == '\n';
    const bool crlf = gap.size() > 2 && gap[1] == '\r' && gap[2] == '\n';
    if (!blank && !crlf) return false;
    gap.remove_prefix(crlf ? 3 : 2);
  }
  return true;
}

void Draft::add(Piece piece) {
  if (piece.range.empty()) return;
  if (!pieces_.empty()) {
    auto& last = pieces_.back();
    if (piece.range.begin < last.range.end) return;
    if (continues_word(last.range.end, piece.range.begin)) {
      last.range.end = piece.range.end;
      last.substitutions.insert(last.substitutions.end(), piece.substitutions.begin(), piece.substitutions.end());
      return;
    }
  }
  pieces_.push_back(std::move(piece));
}

void Draft::add_word(const Node& node) {
  Piece piece;
  piece.range = node.range();
  collect_substitutions(node, piece.substitutions);
  add(std::move(piece));
}

void Draft::add_assignment(const Node& node) {
  Piece piece;
  piece.range = node.range();
  for (const auto& child : children(node)) {
    if (child.field == fields().name) piece.name = child.range();
    if (child.kind == NodeKind::Token && (child.type() == "=" || child.type() == "+=")) piece.value = child.range().end;
  }
  if (piece.value == 0) piece.value = piece.range.end;
  collect_substitutions(node, piece.substitutions);
  add(std::move(piece));
}

Argument Draft::argument(const Piece& piece) const { return unquote(text_, piece.range, piece.substitutions); }

Assignment Draft::assignment(const Piece& piece) const {
  const auto value = unquote(text_, {std::min(piece.value, piece.range.end), piece.range.end}, piece.substitutions);
  return {std::string(text_.substr(piece.name.begin, piece.name.size())), value.text, piece.range};
}

Command Draft::finish() const {
  Command command;
  bool named = false;
  for (const auto& piece : pieces_) {
    if (piece.is_assignment()) {
      command.assignments.push_back(assignment(piece));
    } else if (named) {
      auto word = argument(piece);
      auto assigned = is_declaration(command.name.text) ? as_assignment(word) : std::nullopt;
      if (assigned) {
        command.assignments.push_back(std::move(*assigned));
      } else {
        command.arguments.push_back(std::move(word));
      }
    } else {
      command.name = argument(piece);
      named = true;
    }
  }
  if (!pieces_.empty()) {
    command.range = {pieces_.front().range.begin, pieces_.back().range.end};
    if (!named) command.name.range = {command.range.end, command.range.end};
  }
  return command;
}

std::vector<Argument> Draft::arguments() const {
  std::vector<Argument> out;
  for (const auto& piece : pieces_) out.push_back(argument(piece));
  return out;
}

}  // namespace slipway::shell
