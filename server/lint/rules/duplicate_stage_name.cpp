// BuildKit's DuplicateStageName (dockerfile2llb/validations.go, validateStageNames); the message is BuildKit's own.

#include <unordered_map>

#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/go_text.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  std::unordered_map<std::string_view, const semantic::Stage*> first;
  for (const auto& stage : context.model.stages) {
    if (stage.name.empty()) continue;
    const auto [row, is_new] = first.emplace(stage.name, &stage);
    if (is_new) continue;
    report.at(on_first_line(context.analysis, context.analysis.instruction(stage.from), stage.name_range))
        .say("Duplicate stage name " + syntax::go_quote(stage.name) + ", stage names should be unique")
        .related(row->second->name_range, "the name is used here first");
  }
}

}  // namespace

extern const Rule duplicate_stage_name;
const Rule duplicate_stage_name = {
    .name = "duplicate-stage-name",
    .aliases = {"buildkit/DuplicateStageName", "hadolint/DL3024"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "Two stages have the same name.",
    .why =
        "`COPY --from=NAME` takes the last stage of that name in the whole file, `FROM NAME` the last one above it. Two stages of one name "
        "are therefore "
        "easily confused, and the first can often not be reached at all. Names that differ only in letter case are the same name.",
    .check_file = check,
};

}  // namespace slipway::lint
