// tally's invalid-json-form and code 49 of dockerfile-utils. What is no JSON is read as shell text by BuildKit.

#include <optional>

#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using syntax::Form;
using syntax::Keyword;

bool takes_json(Keyword keyword) {
  return keyword == Keyword::Cmd || keyword == Keyword::Entrypoint || keyword == Keyword::Run || keyword == Keyword::Volume ||
         keyword == Keyword::Shell || keyword == Keyword::Copy || keyword == Keyword::Add;
}

/// The words of `['a', "b", c]`; nothing where they cannot be told apart for sure.
std::optional<std::string> as_json(std::string_view text) {
  if (text.size() < 2 || text.back() != ']') return std::nullopt;
  std::string out = "[";
  for (auto word : split(text.substr(1, text.size() - 2), ',')) {
    word = trim(word);
    const bool quoted = word.size() > 1 && (word.front() == '\'' || word.front() == '"') && word.back() == word.front();
    if (quoted) word = word.substr(1, word.size() - 2);
    if (word.empty() || word.find_first_of("'\"\\[]") != std::string_view::npos) return std::nullopt;
    out += (out.size() > 1 ? ", \"" : "\"") + std::string(word) + "\"";
  }
  return out + "]";
}

/// `[ -f x ] && y` is a test of the shell; so is anything that goes on behind the bracket.
bool was_meant_as_json(std::string_view text) {
  if (text.empty() || text.front() != '[' || text.substr(0, 2) == "[[") return false;
  const auto behind = trim(text.substr(1));
  const bool begins = !behind.empty() && (behind.front() == '"' || behind.front() == '\'');
  return begins && text.back() == ']';
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& syntax = entry.syntax();
  if (!takes_json(syntax.keyword) || syntax.form == Form::Exec || syntax.notes.json_with_non_strings || !syntax.heredocs.empty()) return;
  const auto text = trim(syntax.argument_text());
  if (!was_meant_as_json(text)) return;
  auto finding = report.at(on_first_line(context.analysis, entry, entry.place(syntax.arguments)));
  finding.say(
      "This looks like a JSON array and is none, so it is read as text for a shell, brackets and all. JSON has double quotes, and a comma "
      "between words.");
  if (auto json = as_json(text)) finding.fix(replace(entry.place(syntax.arguments), *json, "Change to " + *json, Safety::Unsafe));
}

}  // namespace

extern const Rule invalid_exec_form;
const Rule invalid_exec_form = {
    .name = "invalid-exec-form",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::Instruction,
    .fix = Safety::Unsafe,
    .summary = "Arguments look like a JSON array and are none.",
    .why =
        "BuildKit does not complain: it takes the text for a command line. The container then fails to start with a puzzling message about "
        "`[`.",
    .fix_note = "The words are written with double quotes and commas.",
    .peers = "The same as tally's invalid-json-form and JSON_IN_SINGLE_QUOTES of dockerfile-utils.",
    .check_instruction = check,
};

}  // namespace slipway::lint
