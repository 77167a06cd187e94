// From an instruction to the texts a shell reads, and from those to commands.

#include "shell/script.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "shell/command_reader.h"
#include "shell/places.h"
#include "shell/wrappers.h"
#include "support/strings.h"

namespace slipway::shell {

namespace {

using syntax::Instruction;
using syntax::Keyword;

/// Longer than any script in a Dockerfile. tree-sitter 0.20.7 breaks on an error node with more than 65,535 children.
constexpr std::size_t max_text = 65'535;

/// A pipeline takes quadratic time to parse; nobody has that many `|`.
constexpr std::ptrdiff_t max_pipes = 1'000;

/// `sh -c "sh -c …"` no deeper than this.
constexpr unsigned max_shells = 8;

class ScriptReader {
 public:
  void read(std::string_view text, const Places& places, Context context, const std::vector<HeadHeredoc>& heredocs = {});
  void add(RawCommand raw, const Places& places, std::string_view text, bool is_only_command);
  [[nodiscard]] Script take() { return std::move(script_); }

 private:
  bool read_inner(const RawCommand& raw, const Places& places, std::string_view text, bool is_only_command);

  Script script_;
  unsigned shells_ = 0;
};

void place(Argument& argument, const Places& places) { argument.range = places(argument.range); }

void place(Command& command, const Places& places) {
  place(command.name, places);
  for (auto& argument : command.arguments) place(argument, places);
  for (auto& wrapper : command.wrappers) place(wrapper, places);
  for (auto& assignment : command.assignments) assignment.range = places(assignment.range);
  for (auto& redirection : command.redirections) {
    redirection.range = places(redirection.range);
    place(redirection.target, places);
  }
  command.range = places(command.range);
  command.exact = places.exact();
}

/// Where the text of a word stands: byte by byte when quotes are all that was removed, else somewhere in the word.
/// The strings of exec form come without a text: JSON's escapes are longer than what they stand for.
Places places_in(const Argument& word, std::string_view text, const Places& places) {
  if (text.empty()) return word.range.size() == word.text.size() ? places.behind(word.range.begin) : Places::at(places(word.range));
  const auto written = text.substr(std::min<std::size_t>(word.range.begin, text.size()), word.range.size());
  if (written == word.text) return places.behind(word.range.begin);
  const bool quoted = written.size() == word.text.size() + 2 && written.substr(1, word.text.size()) == word.text;
  return quoted ? places.behind(word.range.begin + 1) : Places::at(places(word.range));
}

/// Where the comment `` `# …` `` that begins at `at` ends, behind its blank or at the end of the text; nothing when it is none.
std::optional<std::size_t> quoted_comment_end(std::string_view text, std::size_t at) {
  const auto mark = text.find_first_not_of(" \t", at + 1);
  if (mark == std::string_view::npos || text[mark] != '#') return std::nullopt;
  const auto close = text.find_first_of("`\n", mark);
  if (close == std::string_view::npos || text[close] != '`') return std::nullopt;
  const bool ends_word = close + 1 == text.size() || is_space(text[close + 1]);
  return ends_word ? std::optional(close + 1) : std::nullopt;
}

/// Blanks out words `` `# …` ``: the way to put a comment between continued lines, which the shell grammar does not know.
void hide_quoted_comments(std::string& text) {
  char quote = '\0';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool begins_word = quote == '\0' && (at == 0 || is_space(text[at - 1]));
    if (c == '\\' && quote != '\'') {
      ++at;
    } else if (quote != '\0' ? c == quote : c == '\'' || c == '"') {
      quote = quote == '\0' ? c : '\0';
    } else if (const auto end = c == '`' && begins_word ? quoted_comment_end(text, at) : std::nullopt) {
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(*end), ' ');
      at = *end - 1;
    }
  }
}

void ScriptReader::read(std::string_view text, const Places& places, Context context, const std::vector<HeadHeredoc>& heredocs) {
  if (text.size() > max_text || std::count(text.begin(), text.end(), '|') > max_pipes) {
    script_.complete = false;
    return;
  }
  std::string visible;
  if (text.find('`') != std::string_view::npos) {
    visible = text;
    hide_quoted_comments(visible);
    text = visible;
  }
  auto reading = read_commands(text, places, heredocs, context);
  script_.complete = script_.complete && reading.complete;
  const bool is_only_command = reading.commands.size() == 1;
  for (auto& raw : reading.commands) add(std::move(raw), places, text, is_only_command);
}

/// `text` is what the command's ranges count bytes of; empty when they are places of the instruction already.
void ScriptReader::add(RawCommand raw, const Places& places, std::string_view text, bool is_only_command) {
  unwrap(raw.command);
  if (shells_ < max_shells) {
    ++shells_;
    const bool replaced = read_inner(raw, places, text, is_only_command);
    --shells_;
    if (replaced) return;
  }
  place(raw.command, places);
  script_.commands.push_back(std::move(raw.command));
}

/// Reads the script that a shell is given and lets its commands stand for the call; false when there is none.
bool ScriptReader::read_inner(const RawCommand& raw, const Places& places, std::string_view text, bool is_only_command) {
  const auto& command = raw.command;
  const auto call = shell_call(command);
  const Context context{command.join, command.depth + (is_only_command ? 0 : 1), command.conditional};
  const auto first = script_.commands.size();
  if (call.source == ScriptSource::Argument) {
    const auto& word = command.arguments[call.argument];
    read(word.text, places_in(word, text, places), context);
  } else if (call.source == ScriptSource::Input && raw.input) {
    read(raw.input->text, raw.input->places, context);
  }
  if (script_.commands.size() == first) return false;
  for (auto at = first; at < script_.commands.size(); ++at) {
    auto outer = command.wrappers;
    outer.push_back(command.name);
    for (auto& wrapper : outer) place(wrapper, places);
    auto& inner = script_.commands[at].wrappers;
    inner.insert(inner.begin(), outer.begin(), outer.end());
  }
  auto assignments = command.assignments;
  for (auto& assignment : assignments) assignment.range = places(assignment.range);
  auto& known = script_.commands[first].assignments;
  known.insert(known.begin(), assignments.begin(), assignments.end());
  return true;
}

/// The line with its heredoc words replaced by file redirections of the same length, so that no body is looked for behind it.
std::string hide_heredocs(std::string_view text, std::vector<HeadHeredoc>& heredocs) {
  std::string out(text);
  for (auto& heredoc : heredocs) {
    const auto arrow = text.find("<<", heredoc.word.begin);
    if (arrow == std::string_view::npos || arrow >= heredoc.word.end) continue;
    heredoc.op = text.substr(heredoc.word.begin, arrow + 2 - heredoc.word.begin);
    if (text.substr(arrow + 2, 1) == "-") heredoc.op += '-';
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(arrow) + 1, out.begin() + heredoc.word.end, '_');
  }
  return out;
}

/// The interpreter that `#!` at the top of a script names; empty without one.
std::string_view interpreter(std::string_view script) {
  if (script.substr(0, 2) != "#!") return {};
  const auto line = script.substr(2, script.find('\n') - 2);
  for (const auto word : split_words(line)) {
    if (file_name(word) != "env" && word.substr(0, 1) != "-") return word;
  }
  return {};
}

bool is_shell_script(std::string_view script) {
  const auto program = interpreter(script);
  return program.empty() || is_shell(program);
}

/// The part of the joined line that a shell reads.
TextRange shell_range(const Instruction& instruction) {
  auto range = instruction.line_arguments;
  if (instruction.keyword == Keyword::Healthcheck && instruction.words.size() > 1) {
    range.begin = std::clamp(instruction.line.from_source(instruction.words[1].range.begin), range.begin, range.end);
  }
  return range;
}

/// The heredocs of RUN, by their words' places in the text that begins at `begin` of the line.
std::vector<HeadHeredoc> head_heredocs(const Instruction& instruction, TextRange shell) {
  std::vector<HeadHeredoc> out;
  if (instruction.keyword != Keyword::Run) return out;
  for (const auto& heredoc : instruction.heredocs) {
    if (!heredoc.terminated) continue;
    const auto begin = instruction.line.from_source(heredoc.start.begin);
    const auto end = instruction.line.from_source(heredoc.start.end);
    if (begin < shell.begin || end > shell.end || begin >= end) continue;
    out.push_back({{begin - shell.begin, end - shell.begin}, {}, heredoc.name, {heredoc.content, Places::from(heredoc.body.begin)}});
  }
  return out;
}

void read_shell_form(const Instruction& instruction, ScriptReader& reader) {
  const auto range = shell_range(instruction);
  const auto text = instruction.line.text().substr(range.begin, range.size());
  auto heredocs = head_heredocs(instruction, range);
  const bool is_script = heredocs.size() == 1 && heredocs.front().word == TextRange{0, static_cast<Offset>(text.size())};
  if (is_script) {
    const auto& body = heredocs.front().body;
    if (is_shell_script(body.text)) reader.read(body.text, body.places, {});
    return;
  }
  const auto visible = hide_heredocs(text, heredocs);
  reader.read(visible, Places::in_line(instruction.line, range.begin), {}, heredocs);
}

void read_exec_form(const Instruction& instruction, ScriptReader& reader) {
  const std::size_t first = instruction.keyword == Keyword::Healthcheck ? 1 : 0;
  if (instruction.words.size() <= first) return;
  RawCommand raw;
  for (auto at = first; at < instruction.words.size(); ++at) {
    const auto& word = instruction.words[at];
    Argument argument{word.text, word.range, false};
    if (at == first) {
      raw.command.name = std::move(argument);
    } else {
      raw.command.arguments.push_back(std::move(argument));
    }
  }
  raw.command.range = {instruction.words[first].range.begin, instruction.words.back().range.end};
  reader.add(std::move(raw), Places::from(0), {}, true);
}

}  // namespace

std::string_view Command::program() const { return file_name(name.text); }

bool Command::has_argument(std::string_view text) const {
  return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& argument) { return argument.text == text; });
}

std::string_view Command::subcommand() const {
  for (const auto& argument : arguments) {
    if (argument.text.substr(0, 1) != "-") return argument.text;
  }
  return {};
}

bool Command::has_wrapper(std::string_view program) const {
  return std::any_of(wrappers.begin(), wrappers.end(), [&](const Argument& wrapper) { return file_name(wrapper.text) == program; });
}

Script read_script(const Instruction& instruction) {
  ScriptReader reader;
  switch (instruction.keyword) {
    case Keyword::Healthcheck:
      if (instruction.words.empty() || !equals_ignoring_case(instruction.words.front().text, "CMD")) break;
      [[fallthrough]];
    case Keyword::Run:
    case Keyword::Cmd:
    case Keyword::Entrypoint:
      if (instruction.form == syntax::Form::Exec) {
        read_exec_form(instruction, reader);
      } else {
        read_shell_form(instruction, reader);
      }
      break;
    case Keyword::Onbuild:
      if (instruction.trigger != nullptr) return read_script(*instruction.trigger);
      break;
    default: break;
  }
  return reader.take();
}

Script read_script_text(std::string_view text) {
  ScriptReader reader;
  reader.read(text, Places::from(0), {});
  return reader.take();
}

const Script& LazyScript::get(const Instruction& instruction) const {
  std::call_once(state_->once, [&] { state_->script = read_script(instruction); });
  return state_->script;
}

}  // namespace slipway::shell
