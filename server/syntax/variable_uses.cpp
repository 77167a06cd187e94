// Which parts of an instruction are searched for variables, and who expands them (buildkit.md §8, `Expand` methods of
// frontend/dockerfile/instructions/commands.go).

#include <algorithm>
#include <array>
#include <functional>

#include "syntax/reader.h"

namespace slipway::syntax {

namespace {

/// Runs over the searched parts and collects the uses with ranges of the instruction.
class UseCollector {
 public:
  UseCollector(Instruction& out, std::string_view bytes, char escape) : out_(out), bytes_(bytes), escape_(escape) {}

  /// Searches a part of the joined line.
  void line(TextRange within, Expander expander) {
    add(out_.line.text().substr(within.begin, within.size()), escape_, expander,
        [&](TextRange range) { return out_.line.to_source(range.shifted(within.begin)); });
  }
  /// Searches the part of the joined line that a source range covers.
  void source(TextRange range, Expander expander) {
    const auto begin = out_.line.from_source(range.begin);
    line({begin, std::max(begin, out_.line.from_source(range.end))}, expander);
  }
  /// Searches a heredoc body. Its escape character is always the backslash.
  void body(TextRange range, Expander expander) {
    add(bytes_.substr(range.begin, range.size()), '\\', expander, [&](TextRange found) { return found.shifted(range.begin); });
  }
  void finish() {
    std::stable_sort(out_.variables.begin(), out_.variables.end(),
                     [](const VariableUse& a, const VariableUse& b) { return a.range.begin < b.range.begin; });
  }

 private:
  void add(std::string_view text, char escape, Expander expander, const std::function<TextRange(TextRange)>& place) {
    if (text.find('$') == std::string_view::npos) return;
    for (auto& use : find_variables(text, escape, expander)) {
      use.range = place(use.range);
      use.name_range = place(use.name_range);
      use.word_range = place(use.word_range);
      out_.variables.push_back(std::move(use));
    }
  }

  Instruction& out_;
  std::string_view bytes_;
  char escape_;
};

/// `["sh", "-c", "echo $X"]`: the shell expands what BuildKit leaves alone.
bool starts_a_shell(const Instruction& instruction) {
  constexpr std::array<std::string_view, 5> shells = {"sh", "bash", "ash", "dash", "zsh"};
  const std::size_t first = instruction.keyword == Keyword::Healthcheck ? 1 : 0;
  if (instruction.words.size() <= first) return false;
  const std::string_view program = instruction.words[first].text;
  return std::find(shells.begin(), shells.end(), program.substr(program.rfind('/') + 1)) != shells.end();
}

void collect_command(const Instruction& instruction, UseCollector& collector) {
  if (instruction.form == Form::Shell) return collector.line(instruction.line_arguments, Expander::Shell);
  if (!starts_a_shell(instruction)) return;
  for (const auto& word : instruction.words) collector.source(word.range, Expander::Shell);
}

void collect_flags(const Instruction& instruction, UseCollector& collector) {
  constexpr std::array<std::string_view, 5> expanded = {"platform", "chown", "chmod", "checksum", "mount"};
  for (const auto& flag : instruction.flags) {
    if (flag.value && std::find(expanded.begin(), expanded.end(), flag.name) != expanded.end())
      collector.source(flag.value_range, Expander::BuildKit);
  }
}

void collect_arguments(const Instruction& instruction, UseCollector& collector) {
  switch (instruction.keyword) {
    case Keyword::From:
      if (instruction.from && instruction.from->image) collector.source(instruction.from->image->range, Expander::BuildKit);
      return;
    case Keyword::Env:
    case Keyword::Label:
      for (const auto& pair : instruction.pairs) collector.source(pair.range, Expander::BuildKit);
      return;
    case Keyword::Arg:
      for (const auto& pair : instruction.pairs) {
        if (pair.value) collector.source(pair.value->range, Expander::BuildKit);
      }
      return;
    case Keyword::Add:
    case Keyword::Copy:
    case Keyword::Expose:
    case Keyword::Stopsignal:
    case Keyword::User:
    case Keyword::Volume:
    case Keyword::Workdir:
      for (const auto& word : instruction.words) collector.source(word.range, Expander::BuildKit);
      return;
    case Keyword::Run:
    case Keyword::Cmd:
    case Keyword::Entrypoint:
    case Keyword::Healthcheck: return collect_command(instruction, collector);
    case Keyword::Maintainer:
    case Keyword::Onbuild:
    case Keyword::Shell:
    case Keyword::Unknown: return;
  }
}

/// RUN's only heredoc is a script for the shell, however its name is quoted; others are expanded unless quoted.
void collect_heredocs(const Instruction& instruction, UseCollector& collector) {
  const bool is_run = instruction.keyword == Keyword::Run;
  const bool is_script = is_run && instruction.heredocs.size() == 1 && !instruction.words.empty() &&
                         instruction.arguments == instruction.heredocs.front().start;
  for (const auto& heredoc : instruction.heredocs) {
    if (heredoc.expands || is_script) collector.body(heredoc.body, is_run ? Expander::Shell : Expander::BuildKit);
  }
}

}  // namespace

void read_variable_uses(Instruction& instruction, std::string_view bytes, char escape) {
  if (instruction.trigger) {
    instruction.variables = instruction.trigger->variables;
    return;
  }
  if (bytes.find('$') == std::string_view::npos) return;
  UseCollector collector(instruction, bytes, escape);
  collect_flags(instruction, collector);
  collect_arguments(instruction, collector);
  collect_heredocs(instruction, collector);
  collector.finish();
}

}  // namespace slipway::syntax
