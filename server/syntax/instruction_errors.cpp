#include "syntax/instruction_errors.h"

#include <algorithm>

#include "support/strings.h"
#include "support/suggest.h"
#include "syntax/go_text.h"
#include "syntax/heredoc_word.h"
#include "syntax/words.h"
#include "text/utf8.h"

namespace slipway::syntax {

namespace {

std::string name_of(const Instruction& instruction) { return std::string(spelling(instruction.keyword)); }

/// Where an argument is missing: at the keyword, which is always there.
void add_missing(const Instruction& instruction, std::string_view what, InstructionErrors& errors) {
  errors.add(name_of(instruction) + std::string(what), instruction.keyword_range);
}

void add_unknown_instruction(const Instruction& instruction, InstructionErrors& errors) {
  const auto& written = instruction.written_keyword;
  std::vector<std::string> names;
  for (const auto keyword : all_keywords()) names.push_back(to_lower(spelling(keyword)));
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  std::string found(nearest(to_lower(written), candidates));
  // The suggestion is in capitals for a word in capitals, else in small letters.
  if (to_lower(written) != written && to_upper(written) == written) found = to_upper(found);
  errors.add("unknown instruction: " + written + (found.empty() ? "" : " (did you mean " + found + "?)"), instruction.keyword_range);
}

bool is_stage_name(std::string_view name) {
  if (name.empty() || !is_letter(name.front())) return false;
  return std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.'; });
}

void add_from_errors(const Instruction& instruction, InstructionErrors& errors) {
  const auto& words = instruction.words;
  const bool named = words.size() == 3 && equals_ignoring_case(words[1].text, "as");
  if (!named && words.size() != 1) {
    const auto range = words.size() > 1 ? TextRange{words[1].range.begin, words.back().range.end} : instruction.keyword_range;
    errors.add("FROM requires either one or three arguments", range);
  } else if (named && !is_stage_name(words[2].text)) {
    errors.add("invalid name for build stage: " + go_quote(words[2].text) + ", name can't start with a number or contain symbols",
               words[2].range);
  }
  add_flag_errors(instruction, errors);
}

void add_copy_errors(const Instruction& instruction, InstructionErrors& errors) {
  const auto& words = instruction.words;
  if (words.size() < 2) {
    add_missing(instruction, " requires at least two arguments, but only one was provided. Destination could not be determined", errors);
  }
  add_flag_errors(instruction, errors);
  if (words.size() >= 2 && is_heredoc_word(words.back().text)) {
    errors.add(name_of(instruction) + " cannot accept a heredoc as a destination", words.back().range);
  }
}

void add_pair_errors(const Instruction& instruction, InstructionErrors& errors) {
  if (instruction.keyword != Keyword::Arg) add_flag_errors(instruction, errors);
  if (instruction.pairs.empty()) add_missing(instruction, " requires at least one argument", errors);
  for (const auto& pair : instruction.pairs) {
    if (pair.key.text.empty()) errors.add(name_of(instruction) + " names can not be blank", pair.range);
  }
}

void add_list_errors(const Instruction& instruction, InstructionErrors& errors) {
  if (instruction.words.empty()) add_missing(instruction, " requires at least one argument", errors);
  add_flag_errors(instruction, errors);
  if (instruction.keyword != Keyword::Volume) return;
  for (const auto& word : instruction.words) {
    if (text::trim_unicode(word.text).empty()) errors.add("VOLUME specified can not be an empty string", word.range);
  }
}

void add_single_errors(const Instruction& instruction, InstructionErrors& errors) {
  if (instruction.words.empty()) add_missing(instruction, " requires exactly one argument", errors);
  if (instruction.keyword != Keyword::Stopsignal) add_flag_errors(instruction, errors);
}

void add_shell_errors(const Instruction& instruction, InstructionErrors& errors) {
  add_flag_errors(instruction, errors);
  if (instruction.words.empty()) {
    add_missing(instruction, " requires at least one argument", errors);
  } else if (instruction.form != Form::Exec) {
    errors.add("SHELL requires the arguments to be in JSON form", instruction.words.front().range);
  }
}

void add_onbuild_errors(const Instruction& instruction, InstructionErrors& errors) {
  if (!instruction.trigger) add_missing(instruction, " requires at least one argument", errors);
  add_flag_errors(instruction, errors);
  if (!instruction.trigger) return;
  const auto keyword = instruction.trigger->keyword;
  const auto range = instruction.trigger->keyword_range;
  if (keyword == Keyword::Onbuild) errors.add("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed", range);
  if (keyword == Keyword::From || keyword == Keyword::Maintainer) {
    errors.add(std::string(spelling(keyword)) + " isn't allowed as an ONBUILD trigger", range);
  }
}

void add_step_5_errors(const Instruction& instruction, InstructionErrors& errors) {
  switch (instruction.keyword) {
    case Keyword::Unknown: return add_unknown_instruction(instruction, errors);
    case Keyword::From: return add_from_errors(instruction, errors);
    case Keyword::Add:
    case Keyword::Copy: return add_copy_errors(instruction, errors);
    case Keyword::Arg:
    case Keyword::Env:
    case Keyword::Label: return add_pair_errors(instruction, errors);
    case Keyword::Expose:
    case Keyword::Volume: return add_list_errors(instruction, errors);
    case Keyword::Maintainer:
    case Keyword::Stopsignal:
    case Keyword::User:
    case Keyword::Workdir: return add_single_errors(instruction, errors);
    case Keyword::Shell: return add_shell_errors(instruction, errors);
    case Keyword::Healthcheck: return add_healthcheck_errors(instruction, errors);
    case Keyword::Onbuild: return add_onbuild_errors(instruction, errors);
    case Keyword::Cmd:
    case Keyword::Entrypoint: return add_flag_errors(instruction, errors);
    case Keyword::Run: add_flag_errors(instruction, errors); return add_run_errors(instruction, errors);
  }
}

/// The old form's second part is missing, or a later word has no `=` (line_parsers.go, parseNameVal).
void add_pair_line_errors(const Instruction& instruction, const ReadingNotes& notes, InstructionErrors& errors) {
  if (notes.legacy_form) {
    const auto text = instruction.argument_text();
    if (std::any_of(text.begin(), text.end(), is_blank)) return;
    return errors.add_line_error(name_of(instruction) + " must have two arguments", instruction.arguments);
  }
  for (const auto& word : instruction.words) {
    if (word.text.find('=') != std::string::npos) continue;
    errors.add_line_error("Syntax error - can't find = in " + go_quote(word.text) + ". Must be of the form: name=value", word.range);
  }
}

/// Errors of step 3. A trigger's own heredocs are also those of its ONBUILD, which reports them.
void add_line_errors(Instruction& instruction, const ReadingNotes& notes, InstructionErrors& errors) {
  if (instruction.trigger) {
    for (const auto& error : instruction.trigger->errors) {
      if (error.step == InstructionError::Step::Line) instruction.errors.push_back(error);
    }
    return;
  }
  if (notes.json_with_non_strings) {
    errors.add_line_error("when using JSON array syntax, arrays must be comprised of strings only", instruction.arguments);
  }
  if (instruction.keyword == Keyword::Env || instruction.keyword == Keyword::Label) add_pair_line_errors(instruction, notes, errors);
  for (const auto& heredoc : instruction.heredocs) {
    if (heredoc.terminated) continue;
    return errors.add_line_error("unterminated heredoc", heredoc.start);
  }
}

}  // namespace

void add_instruction_errors(Instruction& instruction, const ReadingNotes& notes) {
  InstructionErrors errors(instruction);
  add_line_errors(instruction, notes, errors);
  // What could not be split has no arguments to check.
  if (instruction.errors.empty()) add_step_5_errors(instruction, errors);
}

}  // namespace slipway::syntax
