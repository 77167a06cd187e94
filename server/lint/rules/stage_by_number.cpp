// The guide of Docker: name stages, so that a reordered file still copies from the right one.

#include <set>
#include <string>

#include "lint/rule.h"

namespace slipway::lint {

namespace {

using semantic::ReferenceKind;
using semantic::Stage;

/// A name that no stage has: build, build2 …
std::string free_name(const semantic::Model& model) {
  std::string name = "build";
  for (int number = 2; model.find_stage(name) != nullptr; ++number) name = "build" + std::to_string(number);
  return name;
}

/// Every place where a stage stands by its number.
std::vector<text::TextEdit> renamed(const semantic::Model& model, const Stage& stage, const std::string& name) {
  std::vector<text::TextEdit> edits;
  for (const auto& reference : model.references) {
    if (reference.by_number && reference.stage == stage.id && reference.kind == ReferenceKind::StageInCopy)
      edits.push_back({reference.range, name});
  }
  return edits;
}

void check(const Context& context, Report& report) {
  std::set<std::uint32_t> told;
  for (const auto& reference : context.model.references) {
    if (!reference.by_number || !reference.stage || reference.kind != ReferenceKind::StageInCopy) continue;
    const auto& stage = context.model.stage(*reference.stage);
    auto finding = report.at(reference.range);
    finding
        .say("Stage " + std::string(reference.text) +
             " is meant by its number, which is another stage as soon as one is put before it. Give it a name.")
        .related(stage.base_range, "this stage is meant");
    if (reference.in_stage == reference.stage || !told.insert(stage.id.value).second) continue;
    const auto name = stage.name.empty() ? free_name(context.model) : std::string(stage.name);
    Fix fix{"Call it " + name, Safety::Safe, renamed(context.model, stage, name)};
    if (stage.name.empty()) {
      const bool lower = context.analysis.instruction(stage.from).syntax().written_keyword == "from";
      fix.edits.push_back({{stage.base_range.end, stage.base_range.end}, (lower ? " as " : " AS ") + name});
    }
    finding.fix(std::move(fix));
  }
}

}  // namespace

extern const Rule stage_by_number;
const Rule stage_by_number = {
    .name = "stage-by-number",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::File,
    .fix = Safety::Safe,
    .summary = "`COPY --from` means a stage by its number.",
    .why = "A stage that is put before the others changes all numbers behind it, and the copies silently take from another stage.",
    .fix_note = "The stage gets a name, and all that mean it by number use the name.",
    .check_file = check,
};

}  // namespace slipway::lint
