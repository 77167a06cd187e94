// hadolint's DL3049. Labels that an image must have.

#include <algorithm>

#include "lint/declared.h"
#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

using semantic::Stage;
using syntax::Keyword;

bool sets(const Context& context, const Stage& stage, std::string_view key) {
  for (auto id = stage.from; id < stage.end; ++id.value) {
    const auto& syntax = context.analysis.instruction(id).syntax();
    if (syntax.keyword != Keyword::Label) continue;
    for (const auto& pair : syntax.pairs) {
      if (without_quotes(pair.key.text) == key) return true;
    }
  }
  return false;
}

/// Stages that only give files to others need no labels.
bool gives_files(const Context& context, const Stage& stage) {
  const auto& edges = context.model.edges;
  return std::any_of(edges.begin(), edges.end(),
                     [&](const semantic::Edge& edge) { return edge.to == stage.id && edge.kind == syntax::StageReferenceKind::Copy; });
}

void check_key(const Context& context, std::string_view key, Report& report) {
  const auto& stages = context.model.stages;
  std::vector<bool> good(stages.size());
  for (const auto& stage : stages) {
    good[stage.id.index()] =
        sets(context, stage, key) || (stage.base_stage && stage.base_stage->value < stage.id.value && good[stage.base_stage->index()]);
  }
  for (auto stage = stages.rbegin(); stage != stages.rend(); ++stage) {
    if (stage->base_stage && good[stage->id.index()]) good[stage->base_stage->index()] = true;
  }
  for (const auto& stage : stages) {
    if (good[stage.id.index()] || gives_files(context, stage)) continue;
    report.at(on_first_line(context.analysis, context.analysis.instruction(stage.from), stage.base_range))
        .say("The label '" + std::string(key) + "' is missing, which the configuration asks for.");
  }
}

void check(const Context& context, Report& report) {
  for (const auto& label : context.options.labels) check_key(context, label.key, report);
}

}  // namespace

extern const Rule missing_label;
const Rule missing_label = {
    .name = "missing-label",
    .aliases = {"hadolint/DL3049"},
    .level = Level::Info,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "A label is missing that the configuration asks for.",
    .why =
        "Tools that list, clean up or license images read their labels. A list of required labels in the configuration holds all files to "
        "it; without one the rule says nothing.",
    .check_file = check,
};

}  // namespace slipway::lint
