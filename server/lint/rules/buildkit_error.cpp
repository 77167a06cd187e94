// Errors that a build of the file would end with. The message is BuildKit's own and nothing else, so that people find it. BuildKit stops at
// the first; the others that are certain are reported too.

#include "lint/places.h"
#include "lint/rule.h"
#include "lint/stage_words.h"
#include "semantic/build_errors.h"

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

void check(const Context& context, Report& report) {
  for (const auto& error : semantic::build_errors(context.analysis)) {
    if (has_own_rule(context, error)) continue;
    const auto range = error.instruction ? on_first_line(context.analysis, context.analysis.instruction(*error.instruction), error.range) : error.range;
    report.at(range).say(error.message);
  }
}

}  // namespace

extern const Rule buildkit_error;
const Rule buildkit_error = {
    .name = "buildkit-error",
    .aliases = {"buildkit/error"},
    .level = Level::Error,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "BuildKit cannot build the file.",
    .why = "The build would stop with this message. BuildKit reports only the first error of a file; slipway reports every one that is certain, in "
           "BuildKit's words.",
    .check_file = check,
};

}  // namespace slipway::lint
