// BuildKit's StageNameCasing (frontend/dockerfile/instructions/parse.go, parseFrom); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& from = entry.syntax().from;
  if (!from || !from->name) return;
  const auto& written = from->name->text;
  const auto lower = to_lower(written);
  if (written == lower) return;
  report.at(on_first_line(context.analysis, entry, entry.place(from->name->range)))
      .say("Stage name '" + written + "' should be lowercase")
      .fix(replace(entry.place(from->name->range), lower, "Change to '" + lower + "'"));
}

}  // namespace

extern const Rule stage_name_casing;
const Rule stage_name_casing = {
    .name = "stage-name-casing",
    .aliases = {"buildkit/StageNameCasing"},
    .level = Level::Warning,
    .scope = Scope::Instruction,
    .fix = Safety::Safe,
    .summary = "A stage name has upper-case letters.",
    .why =
        "BuildKit keeps stage names in lower case. `COPY --from` finds them in any case, but `FROM` compares letter by letter: "
        "`FROM Builder` does not find the stage written `AS Builder` and looks for an image of that name.",
    .fix_note = "The name is written in lower case. `COPY --from` and mounts find it as before.",
    .check_instruction = check,
};

}  // namespace slipway::lint
