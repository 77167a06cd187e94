// BuildKit's UndefinedArgInFrom (dockerfile2llb/validations.go, reportUnusedFromArgs); the message is BuildKit's own.

#include <algorithm>

#include "lint/build_walk.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "support/suggest.h"

namespace slipway::lint {

namespace {

using semantic::InstructionEntry;

std::vector<std::string_view> known_names(const GlobalScope& globals) {
  auto names = globals.variables.names();
  for (const auto& name : globals.declared) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

struct Search {
  const Context& context;
  const InstructionEntry& entry;
  const std::vector<std::string_view>& names;
  const GlobalScope& globals;
};

void check_word(const Search& search, std::string_view word, TextRange range, Report& report) {
  const auto expansion = semantic::expand(word, search.context.analysis.directives.escape, search.globals.variables.lookup());
  for (const auto& name : expansion.undefined) {
    if (std::find(search.names.begin(), search.names.end(), name) != search.names.end()) continue;
    auto place = range;
    auto name_place = range;
    for (const auto& use : search.entry.syntax().variables) {
      if (use.name == name && range.contains(use.range)) {
        place = use.range;
        name_place = use.name_range;
      }
    }
    const auto meant = std::string(nearest(name, search.names));
    auto finding = report.at(on_first_line(search.context.analysis, search.entry, search.entry.place(place)));
    finding.say("FROM argument '" + name + "' is not declared" + (meant.empty() ? "" : " (did you mean " + meant + "?)"));
    if (!meant.empty() && place != range) finding.fix(replace(search.entry.place(name_place), meant, "Change to '" + meant + "'", Safety::Unsafe));
  }
}

void check(const Context& context, Report& report) {
  const auto globals = global_scope(context);
  const auto names = known_names(globals);
  for (const auto& stage : context.model.stages) {
    const auto& entry = context.analysis.instruction(stage.from);
    const auto& syntax = entry.syntax();
    const Search search{context, entry, names, globals};
    if (syntax.from && syntax.from->image) check_word(search, syntax.from->image->text, syntax.from->image->range, report);
    const auto* platform = syntax.flag("platform");
    if (platform != nullptr && platform->value) check_word(search, *platform->value, platform->value_range, report);
  }
}

}  // namespace

extern const Rule undefined_arg_in_from;
const Rule undefined_arg_in_from = {
    .name = "undefined-arg-in-from",
    .aliases = {"buildkit/UndefinedArgInFrom"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "FROM uses an argument that no ARG before the first FROM declares.",
    .why = "FROM knows only the ARGs that stand before the first FROM of the file, and a few that BuildKit defines (`TARGETPLATFORM` and its like). Any other name is "
           "an empty text there, even if an ARG inside a stage has it.",
    .fix_note = "The name is changed to the argument that was probably meant.",
    .check_file = check,
};

}  // namespace slipway::lint
