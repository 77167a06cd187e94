// Errors that a build of the file would end with. The message is BuildKit's own and nothing else, so that people find it. BuildKit stops at
// the first; the others that are certain are reported too.

#include <utility>

#include "lint/places.h"
#include "lint/rule.h"
#include "lint/stage_words.h"
#include "snapshot/context_ignore.h"

namespace slipway::lint {

namespace {

using semantic::BuildError;
using semantic::BuildErrorTopic;
using syntax::Keyword;

/// Rules of their own report these with more to say. What an ONBUILD trigger does wrong stands on the FROM of another stage and is none of
/// their business.
bool has_own_rule(const Context& context, const BuildError& error) {
  if (!error.instruction) return false;
  const bool on_from = context.analysis.instruction(*error.instruction).keyword() == Keyword::From;
  if (error.topic != BuildErrorTopic::Other) return !on_from;
  const auto* stage = context.model.stage_of(*error.instruction);
  return on_from && error.step == semantic::BuildStep::Images && stage != nullptr && stage_in_other_case(context.model, *stage) != nullptr;
}

/// The word in quotes that a message about a mount begins with: `unsupported mount type "cach"`, `unexpected key 'targt' in …`.
std::string_view quoted_word(std::string_view message) {
  const auto open = message.find_first_of("'\"");
  if (open == std::string_view::npos) return {};
  const auto close = message.find(message[open], open + 1);
  return close == std::string_view::npos ? std::string_view() : message.substr(open + 1, close - open - 1);
}

/// The place of the wrong word: the error's own place, or a key or value in the mount that it speaks of.
std::optional<TextRange> wrong_word(const Context& context, const BuildError& error, std::string_view complaint) {
  const auto word = context.analysis.source.slice(error.range);
  if (!word.empty() && complaint.size() >= word.size() && complaint.substr(complaint.size() - word.size()) == word) return error.range;
  if (!error.instruction) return std::nullopt;
  const auto& entry = context.analysis.instruction(*error.instruction);
  const auto quoted = quoted_word(complaint);
  for (const auto& mount : entry.syntax().mounts) {
    for (const auto& option : mount.options) {
      for (const auto range : {entry.place(option.key_range), entry.place(option.value_range)}) {
        if (!quoted.empty() && error.range.contains(range) && context.analysis.source.slice(range) == quoted) return range;
      }
    }
  }
  return std::nullopt;
}

/// BuildKit's "(did you mean X?)" as a fix, where the wrong word can be found.
std::optional<Fix> suggested_fix(const Context& context, const BuildError& error) {
  constexpr std::string_view question = " (did you mean ";
  const auto at = error.message.rfind(question);
  if (at == std::string::npos || error.message.back() != ')') return std::nullopt;
  const auto place = wrong_word(context, error, std::string_view(error.message).substr(0, at));
  if (!place) return std::nullopt;
  const auto begin = at + question.size();
  auto right = error.message.substr(begin, error.message.size() - begin - 2);
  auto title = "Change to '" + right + "'";
  return replace(*place, std::move(right), std::move(title), Safety::Unsafe);
}

/// A .dockerignore that cannot be read ends every build. BuildKit names no line; the finding stands where the build begins, and says which
/// file BuildKit speaks of.
void report_ignore_file(const Context& context, Report& report) {
  const auto ignore = context.model.stages.empty() ? std::nullopt : snapshot::context_ignore(context.document);
  if (!ignore || !ignore->error()) return;
  report.at(keyword_place(context.analysis, context.analysis.instruction(context.model.stages.front().from)))
      .say(*ignore->error() + ". A line of .dockerignore cannot be read, and every build of this file ends with that.");
}

void check(const Context& context, Report& report) {
  const auto& errors = context.analysis.build().errors;
  bool told_of_ignore_file = false;
  for (const auto& error : errors) {
    if (!told_of_ignore_file && error.step == semantic::BuildStep::Dispatch) {  // BuildKit reads the file just before
      report_ignore_file(context, report);
      told_of_ignore_file = true;
    }
    // That no stage is there may come from an error before, such as a misspelled FROM.
    const bool uncertain = error.step == semantic::BuildStep::Stages && &error != &errors.front();
    if (uncertain || has_own_rule(context, error)) continue;
    const auto range =
        error.instruction ? on_first_line(context.analysis, context.analysis.instruction(*error.instruction), error.range) : error.range;
    auto finding = report.at(range);
    finding.say(error.message);
    if (auto fix = suggested_fix(context, error)) finding.fix(std::move(*fix));
  }
  if (!told_of_ignore_file) report_ignore_file(context, report);
}

}  // namespace

extern const Rule buildkit_error;
const Rule buildkit_error = {
    .name = "buildkit-error",
    .aliases = {"buildkit/error"},
    .level = Level::Error,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "BuildKit cannot build the file.",
    .why =
        "The build would stop with this message. BuildKit reports only the first error of a file; slipway reports every one that is "
        "certain, in "
        "BuildKit's words.",
    .fix_note = "A misspelled keyword or flag is changed to the one that BuildKit suggests.",
    .check_file = check,
};

}  // namespace slipway::lint
