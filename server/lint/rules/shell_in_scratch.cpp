// tally's shell-run-in-scratch. The empty image has no shell.

#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

using syntax::Form;
using syntax::Keyword;

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  if (stage.base_kind != semantic::BaseKind::Scratch) return;
  for (auto id = semantic::InstructionId{stage.from.value + 1}; id < stage.end; ++id.value) {
    const auto& entry = context.analysis.instruction(id);
    const auto& syntax = entry.syntax();
    // An archive or the files of another stage may bring a shell.
    if (syntax.keyword == Keyword::Add || syntax.keyword == Keyword::Shell || syntax.keyword == Keyword::Copy) return;
    const bool runs = syntax.keyword == Keyword::Run || syntax.keyword == Keyword::Cmd || syntax.keyword == Keyword::Entrypoint;
    if (!runs || syntax.form == Form::Exec) continue;
    report.at(keyword_place(context.analysis, entry))
        .say("The stage stands on the empty image, which has no /bin/sh to run this. Write it as a JSON array, or take another base.");
  }
}

}  // namespace

extern const Rule shell_in_scratch;
const Rule shell_in_scratch = {
    .name = "shell-in-scratch",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::Stage,
    .fix = std::nullopt,
    .summary = "A command for a shell in a stage that has none.",
    .why = "`scratch` is empty: the step fails with \"no such file or directory\", and so does a container whose CMD needs a shell.",
    .peers = "Silent as soon as something was copied in, which may be a shell.",
    .check_stage = check,
};

}  // namespace slipway::lint
