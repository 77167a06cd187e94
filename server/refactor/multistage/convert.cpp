#include "refactor/multistage/convert.h"

#include "refactor/multistage/ecosystems/ecosystem.h"
#include "refactor/multistage/plan.h"
#include "refactor/multistage/recipes.h"
#include "refactor/multistage/refusal.h"
#include "refactor/multistage/render.h"
#include "refactor/multistage/verify.h"

namespace slipway::refactor::multistage {

namespace {

Answer make_offer(const Facts& facts, Evidence evidence, BaseChoice base) {
  Offer offer;
  const Plan plan = make_plan(facts, evidence, base);
  if (plan.refusal) return *plan.refusal;
  offer.ecosystem = evidence.ecosystem;
  offer.safety = plan.safety;
  offer.notes = plan.notes;
  offer.plan = evidence.to_text(facts) + plan.to_text(facts);
  offer.edits = render(facts, plan);
  offer.dockerfile = text::apply_edits(facts.walk.analysis->source.bytes(), offer.edits);
  const auto flaw = flaw_of(*facts.walk.analysis, offer.dockerfile);
  if (flaw) return Refusal{RefusalCode::Unsupported, "The conversion was made, but did not pass its own check: " + *flaw + ".", 0};
  return offer;
}

Answer convert_facts(const Facts& facts, BaseChoice base) {
  if (auto refusal = refuse_commands(facts)) return *refusal;
  for (const Ecosystem& ecosystem : ecosystems()) {
    if (!ecosystem.fits(facts)) continue;
    Understood understood = ecosystem.understand(facts);
    if (const auto* refusal = std::get_if<Refusal>(&understood)) return *refusal;
    const Evidence& evidence = std::get<Evidence>(understood);
    if (auto refusal = refuse_volumes(facts, evidence)) return *refusal;
    return make_offer(facts, evidence, base);
  }
  return Refusal{RefusalCode::UnknownOutput, "`make` or a compiler runs, but what it writes could not be told.", facts.start.line};
}

/// A refusal without a place of its own speaks of the image.
Answer placed(Answer answer, const Walk& walk) {
  if (auto* refusal = std::get_if<Refusal>(&answer); refusal != nullptr && refusal->line == 0) {
    refusal->line = walk.analysis->line_of(walk.stage->base_range.begin);
  }
  return answer;
}

}  // namespace

Answer convert(const snapshot::DocumentSnapshot& document, BaseChoice base) {
  if (auto refusal = refuse_text(*document.analysis)) return *refusal;
  const Workspace workspace(document);
  Walk walk = walk_stage(*document.analysis);
  add_recipes(walk, workspace);
  const Start start = read_start(walk, workspace);
  return placed(convert_facts(collect_facts(walk, workspace, start), base), walk);
}

std::optional<Refusal> early_refusal(const snapshot::DocumentSnapshot& document) {
  if (auto refusal = refuse_text(*document.analysis)) return refusal;
  const Workspace unread;
  const Walk walk = walk_stage(*document.analysis);
  const Start start = read_start(walk, unread);
  return refuse_commands(collect_facts(walk, unread, start));
}

std::string_view code_name(RefusalCode code) {
  switch (code) {
    case RefusalCode::AlreadyMultiStage: return "already-multi-stage";
    case RefusalCode::ParseError: return "parse-error";
    case RefusalCode::NothingToBuild: return "nothing-to-build";
    case RefusalCode::BuildAtRunTime: return "build-at-run-time";
    case RefusalCode::UnknownEcosystem: return "unknown-ecosystem";
    case RefusalCode::UnknownOutput: return "unknown-output";
    case RefusalCode::InteractiveImage: return "interactive-image";
    case RefusalCode::Unsupported: return "unsupported";
  }
  return "unsupported";
}

}  // namespace slipway::refactor::multistage
