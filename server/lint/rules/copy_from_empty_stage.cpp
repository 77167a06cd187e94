// tally's copy-from-empty-scratch-stage.

#include "lint/rule.h"

namespace slipway::lint {

namespace {

using semantic::Stage;
using syntax::Keyword;

bool is_empty(const Context& context, const Stage& stage) {
  if (stage.base_kind != semantic::BaseKind::Scratch) return false;
  for (auto id = stage.from; id < stage.end; ++id.value) {
    const auto keyword = context.analysis.instruction(id).keyword();
    const bool writes = keyword == Keyword::Copy || keyword == Keyword::Add || keyword == Keyword::Run || keyword == Keyword::Workdir;
    if (writes || keyword == Keyword::Unknown) return false;
  }
  return true;
}

void check(const Context& context, Report& report) {
  for (const auto& edge : context.model.edges) {
    if (edge.kind != syntax::StageReferenceKind::Copy) continue;
    const auto& stage = context.model.stage(edge.to);
    if (is_empty(context, stage))
      report.at(edge.range)
          .say("This stage is empty, so there is nothing to copy from it.")
          .related(stage.base_range, "it begins with nothing, and nothing is put into it");
  }
}

}  // namespace

extern const Rule copy_from_empty_stage;
const Rule copy_from_empty_stage = {
    .name = "copy-from-empty-stage",
    .aliases = {},
    .level = Level::Error,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "COPY takes files from a stage that has none.",
    .why =
        "The build ends with a file that is not found. Usually another stage was meant, or the instruction that fills this one is missing.",
    .check_file = check,
};

}  // namespace slipway::lint
