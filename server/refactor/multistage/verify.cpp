#include "refactor/multistage/verify.h"

#include <set>

#include "refactor/multistage/refusal.h"

namespace slipway::refactor::multistage {

namespace {

/// Names of variables that no declaration gives a value, with the instruction's keyword: a lost ARG or ENV shows here.
std::set<std::string> open_variables(const semantic::Analysis& analysis) {
  std::set<std::string> out;
  for (const semantic::Reference& reference : analysis.model().references) {
    const bool open = reference.kind == semantic::ReferenceKind::Variable && !reference.variable && !reference.predefined;
    if (open)
      out.insert(std::string(syntax::spelling(analysis.instruction(reference.instruction).keyword())) + " " + std::string(reference.text));
  }
  return out;
}

}  // namespace

std::optional<std::string> flaw_of(const semantic::Analysis& before, const std::string& after) {
  const semantic::AnalysisPtr analysis = semantic::analyze(after);
  const auto refusal = refuse_text(*analysis);
  if (!refusal) return "the answer has one stage";
  if (refusal->code != RefusalCode::AlreadyMultiStage) return refusal->message;
  const std::set<std::string> known = open_variables(before);
  for (const std::string& name : open_variables(*analysis)) {
    if (known.count(name) == 0) return "the variable of " + name + " is not declared in its stage";
  }
  for (const semantic::Reference& reference : analysis->model().references) {
    if (reference.kind != semantic::ReferenceKind::StageInCopy || reference.stage) continue;
    const bool was_there = before.source.bytes().find(reference.text) != std::string_view::npos;
    if (!was_there) return "no stage has the name " + std::string(reference.text);
  }
  return std::nullopt;
}

}  // namespace slipway::refactor::multistage
