// BuildKit's UndefinedVar (dockerfile2llb/validations.go, reportUnmatchedVariables); the message is BuildKit's own.

#include <algorithm>
#include <set>

#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

std::set<std::string_view> global_names(const semantic::Model& model) {
  std::set<std::string_view> names;
  for (const auto& variable : model.variables) {
    if (variable.kind == semantic::VariableKind::GlobalArg) names.insert(variable.name);
  }
  return names;
}

/// `ARG NAME` behind the stage's FROM. All findings of one name in a stage propose the same edit, so that it is made once.
Fix declare_in_stage(const Context& context, const semantic::Stage& stage, const std::string& name) {
  const auto& source = context.analysis.source;
  const auto from_end = context.analysis.instruction(stage.from).range.end;
  const auto next_line = source.lines().line_start(source.lines().line_of(from_end == 0 ? 0 : from_end - 1) + 1);
  return {
      "Add 'ARG " + name + "' to the stage", Safety::Unsafe, {{{next_line, next_line}, "ARG " + name + std::string(source.line_end())}}};
}

void check(const Context& context, Report& report) {
  constexpr std::size_t shortest_typo = 3;  // one-letter names are near to each other by nature
  const auto globals = global_names(context.model);
  for (const auto& use : context.analysis.build().undefined) {
    if (use.in_from) continue;
    const auto& entry = context.analysis.instruction(use.instruction);
    auto finding = report.at(on_first_line(context.analysis, entry, use.range));
    finding.say("Usage of undefined variable '$" + use.name + "'" + (use.nearest.empty() ? "" : " (did you mean $" + use.nearest + "?)"));
    // On a FROM stands what an ONBUILD trigger of another stage does; there is nothing to change there.
    const auto* stage = context.model.stage_of(use.instruction);
    if (stage == nullptr || entry.keyword() == syntax::Keyword::From) continue;
    if (globals.count(use.name) != 0) finding.fix(declare_in_stage(context, *stage, use.name));
    // `${NAME:-value}` says what holds without it, so the name was meant.
    const auto behind = context.analysis.source.slice({use.range.end, std::min(use.range.end + 1, context.analysis.source.size())});
    if (behind == ":" || behind == "-") continue;
    if (use.nearest.empty() || use.name.size() < shortest_typo || context.analysis.source.slice(use.range) != use.name) continue;
    finding.fix(replace(use.range, use.nearest, "Change to '$" + use.nearest + "'", Safety::Unsafe));
  }
}

}  // namespace

extern const Rule undefined_var;
const Rule undefined_var = {
    .name = "undefined-var",
    .aliases = {"buildkit/UndefinedVar"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "An instruction uses a variable that nothing sets.",
    .why =
        "BuildKit puts an empty text in place of a variable that no ARG or ENV of the stage sets, so `COPY $SRC /app` quietly becomes "
        "another copy. An ARG "
        "before the first FROM is known in a stage only after the stage repeats it: `ARG NAME`. Variables of the base image are known to "
        "BuildKit but "
        "not to slipway, which reads no images.",
    .fix_note =
        "An ARG that stands before the first FROM is repeated in the stage; otherwise the name is changed to the variable that was "
        "probably meant.",
    .check_file = check,
};

}  // namespace slipway::lint
