#include "tests/broken/laws.h"

#include <doctest/doctest.h>

#include "features/completion.h"
#include "features/document_symbols.h"
#include "features/folding.h"
#include "features/hover.h"
#include "lint/engine.h"
#include "lint/registry.h"
#include "support/strings.h"

namespace slipway::test {

namespace {

using semantic::Analysis;
using semantic::InstructionId;
using syntax::Keyword;
using text::Offset;
using text::TextRange;

constexpr std::size_t longest_line = 65535;  // BuildKit reads no further than a longer one

void check_inside(const Analysis& analysis, TextRange range) {
  CHECK(range.begin <= range.end);
  CHECK(range.end <= analysis.source.size());
}

void check_instructions(const Analysis& analysis) {
  Offset behind = 0;
  for (const auto& entry : analysis.instructions) {
    check_inside(analysis, entry.range);
    CHECK(entry.range.begin >= behind);
    behind = entry.range.end;
    check_inside(analysis, entry.place(entry.syntax().keyword_range));
    for (const auto& word : entry.syntax().words) check_inside(analysis, entry.place(word.range));
    for (const auto& flag : entry.syntax().flags) check_inside(analysis, entry.place(flag.range));
    for (const auto& use : entry.syntax().variables) check_inside(analysis, entry.place(use.range));
    for (const auto& error : entry.syntax().errors) check_inside(analysis, entry.place(error.range));
    for (const auto& doc : entry.syntax().heredocs) check_inside(analysis, entry.place(doc.body));
  }
  for (const auto range : analysis.comments) check_inside(analysis, range);
}

void check_model(const Analysis& analysis) {
  const auto& model = analysis.model();
  for (const auto& stage : model.stages) {
    CHECK(analysis.instruction(stage.from).keyword() == Keyword::From);
    for (const auto range : {stage.range, stage.name_range, stage.base_range}) check_inside(analysis, range);
  }
  for (const auto& variable : model.variables) check_inside(analysis, variable.name_range);
  for (const auto& reference : model.references) check_inside(analysis, reference.range);
  for (const auto& edge : model.edges) {
    check_inside(analysis, edge.range);
    CHECK(edge.from.index() < model.stages.size());
    CHECK(edge.to.index() < model.stages.size());
  }
  for (const auto& error : analysis.build().errors) check_inside(analysis, error.range);
}

bool begins_with_from(std::string_view line) {
  constexpr std::string_view keyword = "FROM";
  if (!starts_with_ignoring_case(line, keyword)) return false;
  return line.size() > keyword.size() && (line[keyword.size()] == ' ' || line[keyword.size()] == '\t');
}

/// Whether the line before can have nothing to do with this one, told without any reading: it has text, and does not end with a mark.
bool stands_alone(std::string_view before, char escape) {
  before = trim(before);
  return !before.empty() && before.front() != '#' && before.back() != escape;
}

/// The laws of lines that are told from the text alone, so that they do not lean on what they are to prove.
void check_lines(const Analysis& analysis) {
  const auto source = analysis.source.bytes();
  const auto& lines = analysis.source.lines();
  std::size_t from_count = 0;
  for (const auto& entry : analysis.instructions) from_count += entry.keyword() == Keyword::From ? 1U : 0U;
  CHECK(analysis.model().stages.size() == from_count);
  CHECK(from_count <= lines.line_count());

  const bool has_heredocs = source.find("<<") != std::string_view::npos;
  std::string_view before = "FROM";
  for (std::uint32_t number = 0; number < lines.line_count(); ++number) {
    const auto range = lines.line_range(source, number);
    const auto line = analysis.source.slice(range);
    if (line.size() > longest_line) return;
    if (!has_heredocs && begins_with_from(line) && stands_alone(before, analysis.directives.escape)) {
      CAPTURE(line);
      const auto id = analysis.instruction_at(range.begin);
      REQUIRE(id.has_value());
      CHECK(analysis.instruction(*id).keyword() == Keyword::From);
      CHECK(lines.line_of(analysis.instruction(*id).range.begin) == number);
    }
    const auto trimmed = trim(line);
    // What begins with plain ASCII is no kind of blank that is trimmed some other way; it must be part of an instruction.
    if (!trimmed.empty() && trimmed.front() > ' ' && trimmed.front() < '\x7f' && trimmed.front() != '#') {
      CAPTURE(line);
      const auto place = static_cast<Offset>(trimmed.data() - source.data());
      CHECK(analysis.instruction_at(place).has_value());
    }
    before = line;
  }
}

void check_symbols(const Analysis& analysis, const std::vector<features::Symbol>& symbols, TextRange around) {
  for (const auto& symbol : symbols) {
    CHECK(symbol.range.begin >= around.begin);
    CHECK(symbol.range.end <= around.end);
    CHECK(symbol.selection.begin >= symbol.range.begin);
    CHECK(symbol.selection.end <= symbol.range.end);
    CHECK_FALSE(symbol.name.empty());
    check_symbols(analysis, symbol.children, symbol.range);
  }
}

}  // namespace

snapshot::SnapshotPtr open(std::string text) {
  static const auto files =
      snapshot::in_memory({{"/app/.dockerignore", "*.log\n"}, {"/app/go.mod", "module x\n"}, {"/app/src/main.go", ""}});
  return snapshot::make_snapshot("/app/Dockerfile", std::move(text), files);
}

void check_reading(const Analysis& analysis) {
  check_instructions(analysis);
  check_model(analysis);
  check_lines(analysis);
}

void check_features(const snapshot::DocumentSnapshot& document, Offset cursor) {
  const auto& analysis = *document.analysis;
  const TextRange all{0, analysis.source.size()};
  check_symbols(analysis, features::document_symbols(document), all);
  for (const auto& fold : features::folding(document)) {
    check_inside(analysis, fold.range);
    CHECK(analysis.line_of(fold.range.begin) < analysis.line_of(fold.range.end));
  }
  for (const auto& item : features::completion(document, cursor, features::SnippetSupport::Yes)) {
    CHECK(item.edit.range.touches(cursor));
    CHECK(item.edit.range.end <= all.end);
  }
  if (const auto hover = features::hover(document, cursor)) {
    check_inside(analysis, hover->range);
    CHECK_FALSE(hover->markdown.empty());
  }
}

std::string check_lint(const snapshot::DocumentSnapshot& document) {
  std::string out;
  for (const auto& finding : lint::run(document, {lint::rules(), {}}, nullptr)) {
    check_inside(*document.analysis, finding.range);
    CHECK_FALSE(finding.message.empty());
    for (const auto& fix : finding.fixes) {
      for (const auto& edit : fix.edits) check_inside(*document.analysis, edit.range);
    }
    for (const auto& related : finding.related) check_inside(*document.analysis, related.range);
    out += std::to_string(finding.range.begin) + "-" + std::to_string(finding.range.end) + " " + finding.message + "\n";
  }
  return out;
}

}  // namespace slipway::test
