// The guide of Docker: the final stage takes what it needs from the stages that built it.

#include "lint/declared.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

bool copies_from_stage(const Context& context, const semantic::Stage& stage) {
  for (auto id = stage.from; id < stage.end; ++id.value) {
    const auto& syntax = context.analysis.instruction(id).syntax();
    if (syntax.keyword == Keyword::Copy && syntax.flag("from") != nullptr) return true;
  }
  return false;
}

void check(const Context& context, Report& report) {
  const auto* stage = context.model.final_stage();
  if (stage == nullptr || context.model.stages.size() < 2 || !copies_from_stage(context, *stage)) return;
  for (auto id = stage->from; id < stage->end; ++id.value) {
    const auto& entry = context.analysis.instruction(id);
    const auto& syntax = entry.syntax();
    if ((syntax.keyword != Keyword::Copy && syntax.keyword != Keyword::Add) || syntax.flag("from") != nullptr) continue;
    for (const auto* source : syntax.sources()) {
      const auto text = without_quotes(source->text);
      if (text != "." && text != "./") continue;
      report.at(entry.place(source->range))
          .say(
              "The whole build context goes into the final image, sources, tests and all, though other stages build what it runs. Copy "
              "from them, and name what else is needed.");
    }
  }
}

}  // namespace

extern const Rule whole_context_in_final_stage;
const Rule whole_context_in_final_stage = {
    .name = "whole-context-in-final-stage",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "The final stage copies the whole build context.",
    .why =
        "Stages are there to leave sources and tools behind. What the context holds (`.git`, notes, keys) is in the image unless "
        "`.dockerignore` names it.",
    .check_file = check,
};

}  // namespace slipway::lint
