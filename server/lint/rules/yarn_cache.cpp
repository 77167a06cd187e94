// hadolint's DL3060. yarn keeps what it downloaded.

#include "lint/packages.h"
#include "lint/rule.h"
#include "lint/sections.h"

namespace slipway::lint {

namespace {

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto* run = run_at(context, id);
  if (run == nullptr || run->calls.empty()) return;
  const auto* call = leaves_cache(*run, catalog::PackageFamily::Yarn);
  if (call == nullptr || (!run->is_trigger && !is_shipped(context, context.model.stage_of(id)))) return;
  const auto& entry = context.analysis.instruction(id);
  auto finding = report.at(entry.place(call->verb_word->range));
  finding.say(
      "yarn keeps every package that it downloads in a cache that nobody reads again. Run `yarn cache clean` in the same RUN, or mount a "
      "cache there.");
  if (auto fix = run_behind(*run, *call->command, "yarn cache clean", Safety::Safe)) {
    for (auto& edit : fix->edits) edit.range = entry.place(edit.range);
    finding.fix(std::move(*fix));
  }
}

}  // namespace

extern const Rule yarn_cache;
const Rule yarn_cache = {
    .name = "yarn-cache",
    .aliases = {"hadolint/DL3060"},
    .level = Level::Info,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Run, syntax::Keyword::Onbuild},
    .fix = Safety::Safe,
    .summary = "`yarn install` leaves its cache in the layer.",
    .why = "The cache holds every package a second time, as an archive. With a cache mount it serves the next build instead of the image.",
    .fix_note = "`yarn cache clean` is run behind the installation.",
    .peers = "Stages that no image is made of are not looked at, as in hadolint. `yarn add` fills the cache too.",
    .check_instruction = check,
};

}  // namespace slipway::lint
