// FROM compares stage names byte by byte with their lower-case form (convert.go, addState); any other word is an image.

#include "lint/places.h"
#include "lint/rule.h"
#include "lint/stage_words.h"
#include "syntax/go_text.h"
#include "syntax/image_reference.h"

namespace slipway::lint {

namespace {

/// The stage is there, but in lower case. Upper case is nothing that an image's name may have, so BuildKit's error is certain.
void report_case(const Context& context, const semantic::Stage& stage, const semantic::Stage& meant, Report& report) {
  const auto error = syntax::image_reference_error(stage.base);
  if (!error) return;
  report.at(on_first_line(context.analysis, context.analysis.instruction(stage.from), stage.base_range))
      .say("failed to parse stage name " + syntax::go_quote(stage.base) + ": " + *error + ". FROM finds the stage '" + meant.name +
           "' only in lower case; as it stands, the word is an image's name.")
      .level(Level::Error)
      .alias("buildkit/error")
      .fix(replace(stage.base_range, meant.name, "Change to '" + meant.name + "'"))
      .related(meant.name_range, "stage '" + meant.name + "' is defined here");
}

void report_typo(const semantic::Stage& stage, const semantic::Stage& meant, Report& report) {
  report.at(stage.base_range)
      .say("No stage is named '" + std::string(stage.base) + "', so BuildKit will pull an image of that name. Did you mean the stage '" +
           meant.name + "'?")
      .fix(replace(stage.base_range, meant.name, "Change to '" + meant.name + "'", Safety::Unsafe))
      .related(meant.name_range, "stage '" + meant.name + "' is defined here");
}

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  if (const auto* meant = stage_in_other_case(context.model, stage)) return report_case(context, stage, *meant, report);
  if (stage.base_kind != semantic::BaseKind::Image || !is_plain_name(stage.base) || stage.base.size() < 4 || is_known_image(stage.base))
    return;
  if (const auto* meant = probably_meant(context.model, stage.base, &stage, Distance::One)) report_typo(stage, *meant, report);
}

}  // namespace

extern const Rule from_misspelled_stage;
const Rule from_misspelled_stage = {
    .name = "from-misspelled-stage",
    .aliases = {},
    .finding_aliases = {"buildkit/error"},
    .level = Level::Warning,
    .scope = Scope::Stage,
    .fix = Safety::Unsafe,
    .summary = "`FROM` almost names an earlier stage.",
    .why =
        "A word after `FROM` that is no earlier stage's name is an image's name. With one wrong letter the build does not continue the "
        "stage that was "
        "meant but pulls whatever image has that name. Letter case counts: BuildKit keeps stage names in lower case, and `FROM Base` does "
        "not find the "
        "stage written `AS Base`.",
    .fix_note =
        "The word is changed to the stage's name. Where only letter case differs the fix is safe, since the file cannot be built as it is.",
    .check_stage = check,
};

}  // namespace slipway::lint
