// Errors of the file before there are stages: `# check=`, directives, lines, instructions by themselves.

#include <algorithm>

#include "semantic/build_plan.h"
#include "syntax/go_text.h"
#include "text/utf8.h"

namespace slipway::semantic {

namespace {

using syntax::InstructionError;
using syntax::Keyword;
using text::Offset;

/// One `key=value` of a `# check=` (frontend/dockerfile/linter/linter.go, ParseLintOptions).
std::optional<std::string> check_part_error(std::string_view part) {
  const auto equals = part.find('=');
  if (equals == std::string_view::npos) return "invalid check option " + syntax::go_quote(part);
  const auto key = text::trim_unicode(part.substr(0, equals));
  if (key == "skip" || key == "experimental") return std::nullopt;
  if (key != "error") return "invalid check option " + syntax::go_quote(key);
  const auto value = text::trim_unicode(part.substr(equals + 1));
  if (syntax::parse_go_bool(value)) return std::nullopt;
  return "failed to parse check option " + syntax::go_quote(part) + ": strconv.ParseBool: parsing " + syntax::go_quote(value) +
         ": invalid syntax";
}

/// At most three parts between semicolons; the last one takes the rest.
std::optional<std::string> check_option_error(std::string_view value) {
  value = text::trim_unicode(value);
  if (value.empty()) return std::nullopt;
  for (int semicolons = 0; semicolons < 2; ++semicolons) {
    const auto semicolon = value.find(';');
    if (semicolon == std::string_view::npos) break;
    if (auto error = check_part_error(value.substr(0, semicolon))) return error;
    value.remove_prefix(semicolon + 1);
  }
  return check_part_error(value);
}

void add_check_error(const Analysis& analysis, TraceBuilder& trace) {
  const auto* check = analysis.directives.find("check");
  if (check == nullptr) return;
  const std::string_view value = check->value;
  if (auto message = check_option_error(value.substr(0, value.find(' ')))) {
    trace.add(BuildStep::CheckOptions, "failed to parse check options: " + *message, std::nullopt, check->value_range);
  }
}

/// The first line too long for BuildKit's reader, by its 0-based number; reading ends before it.
std::optional<std::uint32_t> first_long_line(const Analysis& analysis) {
  constexpr Offset longest = 65535;
  const auto& lines = analysis.source.lines();
  if (analysis.source.size() <= longest) return std::nullopt;
  for (std::uint32_t line = 0; line < lines.line_count(); ++line) {
    const auto end = line + 1 < lines.line_count() ? lines.line_start(line + 1) - 1 : analysis.source.size();
    if (end - lines.line_start(line) > longest) return line;
  }
  return std::nullopt;
}

TextRange line_range(const Analysis& analysis, std::uint32_t line) {
  return analysis.source.lines().line_range(analysis.source.bytes(), line);
}

/// Where BuildKit is when it meets the long line decides what it says.
void add_long_line_error(const Analysis& analysis, std::uint32_t line, TraceBuilder& trace) {
  const auto place = analysis.source.lines().line_start(line);
  const auto before = line_range(analysis, line == 0 ? 0 : line - 1);
  const auto& instructions = analysis.instructions;
  if (instructions.empty() || instructions.front().range.begin >= place) {
    return trace.add(BuildStep::Lines, "file with no instructions", std::nullopt, before);
  }
  if (const auto id = analysis.instruction_at(place)) {
    const auto& entry = analysis.instruction(*id);
    if (entry.place(entry.syntax().head).end < place)
      return trace.add(BuildStep::Lines, "unterminated heredoc", *id, entry.place(entry.syntax().head));
  }
  trace.add(BuildStep::Lines, "dockerfile line greater than max allowed size of 65535", std::nullopt, before);
}

/// BuildKit names the line before a directive that is wrong.
void add_directive_error(const Analysis& analysis, TraceBuilder& trace) {
  const auto& error = analysis.directives.error;
  if (!error) return;
  const auto line = analysis.source.lines().line_of(error->range.begin);
  trace.add(BuildStep::Lines, error->message, std::nullopt, line == 0 ? error->range : line_range(analysis, line - 1));
}

/// The last line that is one: a line end at the end of the file begins none.
TextRange last_line(const Analysis& analysis) {
  const auto& lines = analysis.source.lines();
  const auto last = lines.line_count() - 1;
  return line_range(analysis, last > 0 && lines.line_start(last) == analysis.source.size() ? last - 1 : last);
}

/// How many instructions are surely that. What stands behind a heredoc without an end is its body to BuildKit, and may become instructions
/// again with the line that is missing: nothing about it is certain.
std::uint32_t certain_instructions(const Analysis& analysis) {
  const auto unterminated = [](const InstructionEntry& entry) {
    const auto& heredocs = entry.syntax().heredocs;
    return std::any_of(heredocs.begin(), heredocs.end(), [](const syntax::Heredoc& heredoc) { return !heredoc.terminated; });
  };
  const auto& all = analysis.instructions;
  const auto last = std::find_if(all.begin(), all.end(), unterminated);
  return static_cast<std::uint32_t>(last == all.end() ? all.size() : static_cast<std::size_t>(last - all.begin()) + 1);
}

void add_line_errors(const Analysis& analysis, std::uint32_t certain, TraceBuilder& trace) {
  add_directive_error(analysis, trace);
  const auto long_line = first_long_line(analysis);
  const auto end = long_line ? analysis.source.lines().line_start(*long_line) : analysis.source.size();
  for (std::uint32_t i = 0; i < certain; ++i) {
    const auto& entry = analysis.instructions[i];
    if (entry.range.begin >= end && long_line) break;
    for (const auto& error : entry.syntax().errors) {
      if (error.step == InstructionError::Step::Line)
        trace.add(BuildStep::Lines, error.message, InstructionId{i}, entry.place(error.range));
    }
  }
  if (long_line) return add_long_line_error(analysis, *long_line, trace);
  if (analysis.instructions.empty()) trace.add(BuildStep::Lines, "file with no instructions", std::nullopt, last_line(analysis));
}

void add_instruction_errors(const Analysis& analysis, std::uint32_t certain, TraceBuilder& trace) {
  bool has_stage = false;
  for (std::uint32_t i = 0; i < certain; ++i) {
    const auto& entry = analysis.instructions[i];
    for (const auto& error : entry.syntax().errors) {
      if (error.step == InstructionError::Step::Instruction)
        trace.add(BuildStep::Instructions, error.message, InstructionId{i}, entry.place(error.range));
    }
    has_stage = has_stage || entry.keyword() == Keyword::From;
    if (has_stage || entry.keyword() == Keyword::Arg || !entry.syntax().errors.empty()) continue;
    trace.add(BuildStep::Instructions, "no build stage in current context", InstructionId{i}, entry.place(entry.syntax().keyword_range));
  }
}

}  // namespace

void add_file_errors(const Analysis& analysis, TraceBuilder& trace) {
  if (analysis.source.size() == 0) return trace.add(BuildStep::Empty, "the Dockerfile cannot be empty", std::nullopt, {});
  add_check_error(analysis, trace);
  const auto certain = certain_instructions(analysis);
  add_line_errors(analysis, certain, trace);
  add_instruction_errors(analysis, certain, trace);
}

}  // namespace slipway::semantic
