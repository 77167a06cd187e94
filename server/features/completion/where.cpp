#include "features/completion/where.h"

#include <algorithm>

#include "features/completion/read_comment.h"
#include "features/completion/read_line.h"
#include "features/completion/typed_line.h"
#include "support/strings.h"

namespace slipway::features {

namespace {

using semantic::Analysis;
using semantic::InstructionEntry;
using syntax::Heredoc;
using syntax::Keyword;
using text::Offset;

/// The physical line of a place, without its line end.
struct PhysicalLine {
  std::string_view text;
  Offset begin = 0;
};

PhysicalLine line_of(std::string_view text, Offset cursor) {
  auto begin = static_cast<std::size_t>(cursor);
  while (begin > 0 && text[begin - 1] != '\n') --begin;
  auto end = std::min(text.find('\n', cursor), text.size());
  while (end > cursor && text[end - 1] == '\r') --end;
  return {text.substr(begin, end - begin), static_cast<Offset>(begin)};
}

/// A heredoc whose body or end holds the place.
struct HeredocHere {
  const InstructionEntry* entry = nullptr;
  const Heredoc* heredoc = nullptr;
};

/// An unterminated heredoc runs to the end of the file, whatever the tree made of the lines behind it.
std::optional<HeredocHere> heredoc_at(const Analysis& analysis, Offset cursor) {
  for (const auto& entry : analysis.instructions) {
    if (entry.range.begin > cursor) break;
    for (const auto& heredoc : entry.syntax().heredocs) {
      if (analysis.line_of(cursor) <= analysis.last_line_of(entry.place(entry.syntax().head))) continue;
      const text::TextRange body{entry.place(heredoc.body).begin, entry.place(heredoc.end).end};
      if (!heredoc.terminated || body.touches(cursor)) return HeredocHere{&entry, &heredoc};
    }
  }
  return {};
}

void read_heredoc(const Analysis& analysis, HeredocHere here, Where& where) {
  const auto& instruction = here.entry->syntax();
  const auto line = line_of(analysis.source.bytes(), where.cursor);
  where.instruction = here.entry->range.begin;
  where.keyword = instruction.trigger ? instruction.trigger->keyword : instruction.keyword;
  const auto cursor = static_cast<std::size_t>(where.cursor - line.begin);
  // A script sees the variables of the environment even when its marker is quoted.
  if (here.heredoc->expands || where.keyword == Keyword::Run) {
    if (const auto variable = typed_variable(line.text, 0, cursor, '\\', SingleQuotes::Plain)) {
      where.part = Part::Variable;
      where.brace = variable->brace;
      where.typed = line.text.substr(variable->begin, cursor - variable->begin);
      where.word = {line.begin + static_cast<Offset>(variable->begin), line.begin + static_cast<Offset>(variable->end)};
      return;
    }
  }
  if (here.heredoc->terminated) return;
  auto begin = line.text.find_first_not_of('\t');
  begin = here.heredoc->chomps ? std::min({begin, line.text.size(), cursor}) : 0;
  const auto typed = line.text.substr(begin, cursor - begin);
  if (typed != std::string_view(here.heredoc->name).substr(0, typed.size())) return;
  where.part = Part::HeredocEnd;
  where.owner = here.heredoc->name;
  where.typed = typed;
  where.word = {line.begin + static_cast<Offset>(begin), line.begin + static_cast<Offset>(line.text.size())};
}

/// Directives stand in the first lines; any other line ends them (BuildKit, parser/directives.go).
CommentPlace comment_place(const Analysis& analysis, Offset line_begin) {
  const auto text = analysis.source.bytes();
  Offset at = text.substr(0, 2) == "#!" ? analysis.source.lines().line_start(1) : 0;
  for (const auto& directive : analysis.directives.all) {
    if (directive.range.begin >= line_begin) break;
    at = analysis.source.lines().line_start(analysis.source.lines().line_of(directive.range.begin) + 1);
  }
  return at == line_begin ? CommentPlace::Top : CommentPlace::Later;
}

const InstructionEntry* last_before(const Analysis& analysis, Offset cursor) {
  const auto& all = analysis.instructions;
  const auto after =
      std::upper_bound(all.begin(), all.end(), cursor, [](Offset at, const InstructionEntry& entry) { return at < entry.range.begin; });
  return after == all.begin() ? nullptr : &*(after - 1);
}

/// Whether a line is blank up to its instruction, or all of it.
Offset first_text(PhysicalLine line) {
  const auto at = line.text.find_first_not_of(" \t\v\f\r");
  return line.begin + static_cast<Offset>(std::min(at, line.text.size()));
}

}  // namespace

Where find_where(const snapshot::DocumentSnapshot& document, Offset cursor) {
  const auto& analysis = *document.analysis;
  const auto text = analysis.source.bytes();
  Where where;
  where.cursor = cursor = std::min(cursor, analysis.source.size());
  where.instruction = cursor;
  where.word = {cursor, cursor};
  if (const auto heredoc = heredoc_at(analysis, cursor)) {
    read_heredoc(analysis, *heredoc, where);
    return where;
  }
  const auto line = line_of(text, cursor);
  if (const auto* entry = last_before(analysis, cursor)) {
    if (const auto typed = typed_line(text, entry->range.begin, cursor, analysis.directives.escape)) {
      where.instruction = entry->range.begin;
      if (typed->place == TypedLine::Place::Comment) {
        read_comment(line.text, line.begin, CommentPlace::Later, where);
      } else {
        read_line(*typed, analysis.directives.escape, where);
      }
      return where;
    }
  }
  if (trim(line.text).substr(0, 1) == "#") {
    read_comment(line.text, line.begin, comment_place(analysis, line.begin), where);
  } else if (const auto typed = typed_line(text, std::min(first_text(line), cursor), cursor, analysis.directives.escape)) {
    where.instruction = std::min(first_text(line), cursor);
    read_line(*typed, analysis.directives.escape, where);
  }
  return where;
}

}  // namespace slipway::features
