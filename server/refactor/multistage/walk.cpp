#include "refactor/multistage/walk.h"

#include "refactor/paths.h"
#include "support/strings.h"
#include "syntax/variables.h"

namespace slipway::refactor::multistage {

using syntax::Keyword;

namespace {

/// Folders that `cd` leaves behind, by nesting depth of subshells and blocks.
class Folders {
 public:
  explicit Folders(std::string start) : by_depth_{std::move(start)} {}

  const std::string& at(unsigned depth) {
    if (depth + 1 < by_depth_.size()) by_depth_.resize(depth + 1);
    while (by_depth_.size() <= depth) by_depth_.push_back(by_depth_.back());
    return by_depth_[depth];
  }

  void change(const CommandUse& use, unsigned depth) {
    const auto words = use.words();
    if (use.program() == "popd") {
      by_depth_[depth] = before_.empty() ? by_depth_.front() : before_;
    } else if (!words.empty() && words.front() != "-") {
      before_ = by_depth_[depth];
      by_depth_[depth] = join_path(by_depth_[depth], words.back());
    } else if (!words.empty() && !before_.empty()) {
      std::swap(before_, by_depth_[depth]);
    }
  }

 private:
  std::vector<std::string> by_depth_;
  std::string before_;
};

void read_commands(Step& step) {
  Folders folders(step.folder);
  Environment exported = step.environment;
  const shell::Script& script = step.entry->facts->script();
  for (std::size_t i = 0; i < script.commands.size(); ++i) {
    const shell::Command& command = script.commands[i];
    CommandUse use{&command, i, folders.at(command.depth), exported, step.entry->place(command.range), false, false};
    for (const shell::Assignment& assignment : command.assignments) use.environment[assignment.name] = put_in(assignment.value, exported);
    if (command.name.text.empty() || command.program() == "export") exported = use.environment;
    if (command.program() == "cd" || command.program() == "pushd" || command.program() == "popd") folders.change(use, command.depth);
    step.commands.push_back(std::move(use));
  }
}

std::string word_value(const syntax::Word& word, const Environment& environment) {
  std::string text = word.text;
  if (text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
    text = text.substr(1, text.size() - 2);
  return put_in(text, environment);
}

void read_copy(Step& step) {
  const syntax::Instruction& copy = step.syntax();
  const auto* destination = copy.destination();
  if (destination == nullptr) return;
  const std::string target = word_value(*destination, step.environment);
  step.destination = join_path(step.folder, target);
  for (const syntax::Word* source : copy.sources()) {
    if (source->text.substr(0, 2) != "<<") step.sources.push_back(word_value(*source, step.environment));
  }
  step.into_folder =
      target.empty() || target.back() == '/' || target == "." || target == ".." || step.sources.size() + copy.heredocs.size() > 1;
  step.from_context = copy.flag("from") == nullptr && copy.heredocs.empty();
  for (const std::string& source : step.sources) {
    if (source.find("://") != std::string::npos || source.substr(0, 4) == "git@") step.from_context = false;
  }
  for (const syntax::Heredoc& heredoc : copy.heredocs) {
    const std::string path = step.into_folder ? join_path(step.destination, heredoc.name) : step.destination;
    step.inline_files.push_back({path, {}});
  }
}

void fill_inline_files(Step& step, const semantic::Analysis& analysis) {
  for (std::size_t i = 0; i < step.inline_files.size(); ++i) {
    step.inline_files[i].content = analysis.source.slice(step.entry->place(step.syntax().heredocs[i].body));
  }
}

void set_variables(const semantic::Analysis& analysis, semantic::InstructionId id, Environment& environment) {
  for (const semantic::Variable& variable : analysis.model().variables) {
    if (variable.instruction != id) continue;
    if (variable.value) environment[std::string(variable.name)] = *variable.value;
  }
}

}  // namespace

std::string put_in(std::string_view text, const Environment& environment) {
  std::string out;
  std::size_t done = 0;
  for (const syntax::VariableUse& use : syntax::find_variables(text, '\\', syntax::Expander::Shell)) {
    const auto known = environment.find(use.name);
    if (known == environment.end() || use.range.begin < done || !use.modifier.empty()) continue;
    out += text.substr(done, use.range.begin - done);
    out += known->second;
    done = use.range.end;
  }
  out += text.substr(std::min(done, text.size()));
  return out;
}

std::vector<std::string> CommandUse::words() const {
  std::vector<std::string> out;
  for (const shell::Argument& argument : command->arguments) {
    out.push_back(argument.has_expansion ? put_in(argument.text, environment) : argument.text);
  }
  return out;
}

Walk walk_stage(const semantic::Analysis& analysis) {
  Walk walk;
  walk.analysis = &analysis;
  walk.stage = analysis.model().final_stage();
  if (walk.stage == nullptr) return walk;
  for (std::uint32_t i = walk.stage->from.value + 1; i < walk.stage->end.value; ++i) {
    Step step;
    step.id = {i};
    step.entry = &analysis.instruction(step.id);
    step.line = analysis.line_of(step.entry->range.begin);
    set_variables(analysis, step.id, walk.environment);
    const std::string argument = put_in(trim(step.syntax().argument_text()), walk.environment);
    if (step.keyword() == Keyword::Workdir) {
      const bool quoted = argument.size() > 1 && argument.front() == '"';
      walk.folder = join_path(walk.folder, quoted ? argument.substr(1, argument.size() - 2) : argument);
    }
    if (step.keyword() == Keyword::User) walk.user = argument;
    step.folder = walk.folder;
    step.user = walk.user;
    step.environment = walk.environment;
    if (step.keyword() == Keyword::Run) read_commands(step);
    if (step.keyword() == Keyword::Copy || step.keyword() == Keyword::Add) read_copy(step);
    if (!step.inline_files.empty()) fill_inline_files(step, analysis);
    walk.steps.push_back(std::move(step));
  }
  return walk;
}

}  // namespace slipway::refactor::multistage
