// hadolint's DL3025. BuildKit's JSONArgsRecommended covers most of it; not HEALTHCHECK, and not what stands behind a SHELL.

#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using syntax::Form;
using syntax::Keyword;

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& syntax = entry.syntax();
  const bool starts = syntax.keyword == Keyword::Cmd || syntax.keyword == Keyword::Entrypoint;
  const bool probes =
      syntax.keyword == Keyword::Healthcheck && !syntax.words.empty() && equals_ignoring_case(syntax.words.front().text, "CMD");
  if ((!starts && !probes) || syntax.form == Form::Exec || syntax.arguments.empty()) return;
  report.at(keyword_place(context.analysis, entry))
      .say(probes
               ? std::string("The probe is started by a shell, which the image must have. As a JSON array the program is started directly.")
               : "A shell stands between the container and its program, and most shells do not pass signals on. Write the words of " +
                     to_upper(syntax.written_keyword) + " as a JSON array.");
}

}  // namespace

extern const Rule shell_form;
const Rule shell_form = {
    .name = "shell-form",
    .aliases = {"hadolint/DL3025"},
    .level = Level::Hint,
    .scope = Scope::Instruction,
    .fix = std::nullopt,
    .summary = "CMD, ENTRYPOINT or the probe of a HEALTHCHECK is written for a shell.",
    .why =
        "`/bin/sh -c` is one process more, which an image may not have, and which keeps signals to itself. Where a shell is wanted (`curl "
        "… || exit 1`), nothing is wrong, which is why this is a hint only.",
    .peers = "A hint here; where BuildKit reports JSONArgsRecommended, that finding carries this number.",
    .covered_by = {"json-args-recommended", "buildkit-error"},
    .check_instruction = check,
};

}  // namespace slipway::lint
