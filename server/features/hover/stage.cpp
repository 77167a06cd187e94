#include <algorithm>

#include "features/explain.h"
#include "features/hover/describe.h"
#include "features/stage_paths.h"

namespace slipway::features {

namespace {

using semantic::Model;
using semantic::ReferenceKind;
using semantic::Stage;
using snapshot::DocumentSnapshot;

constexpr std::size_t shown_paths = 8;

std::string title_of(const Stage& stage) {
  return stage.name.empty() ? "Stage " + std::to_string(stage.id.value)
                            : "Stage `" + stage.name + "`, number " + std::to_string(stage.id.value);
}

/// `builder → base → golang:1.22`
std::string base_chain(const Model& model, const Stage& stage) {
  std::string out;
  for (const auto* at = &stage;;) {
    if (!at->base_stage || *at->base_stage >= at->id)
      return out + "`" + (at->base_value.empty() ? std::string(at->base) : at->base_value) + "`";
    const auto& base = model.stage(*at->base_stage);
    out += "`" + std::string(at->base) + "` → ";
    at = &base;
  }
}

std::string_view word_of(ReferenceKind kind) {
  switch (kind) {
    case ReferenceKind::StageInFrom: return "FROM";
    case ReferenceKind::StageInCopy: return "COPY --from";
    default: return "RUN --mount";
  }
}

std::string users_of(const DocumentSnapshot& document, const Stage& stage) {
  const auto& model = document.model();
  std::string out;
  for (const auto& use : stage_uses(document, stage.id)) {
    out += "- " + std::string(word_of(use.kind)) + " on line " + std::to_string(document.analysis->line_of(use.range.begin)) + "\n";
  }
  if (!out.empty()) return "Used by\n\n" + out;
  return model.final_stage() == &stage ? "The last stage: what a build without `--target` gives.\n"
                                       : "Used by no other stage; a build with `--target` can ask for it.\n";
}

std::string made_paths(const DocumentSnapshot& document, const Stage& stage) {
  std::string out;
  std::size_t count = 0;
  for (const auto& made : stage_paths(document, stage)) {
    if (++count > shown_paths) return out + " …\n";
    out += (count == 1 ? "Makes " : ", ") + std::string("`") + made.path + "`";
  }
  return out.empty() ? out : out + "\n";
}

}  // namespace

std::optional<Hover> describe_stage(const DocumentSnapshot& document, const StageSubject& subject) {
  const auto& model = document.model();
  const auto& stage = model.stage(subject.stage);
  const auto from = document.analysis->source.slice(document.analysis->instruction(stage.from).range);
  std::string text = "```dockerfile\n" + std::string(from) + "\n```\n\n" + title_of(stage) + ", line " +
                     std::to_string(document.analysis->line_of(stage.range.begin)) + ", on " + base_chain(model, stage) + "\n\n" +
                     users_of(document, stage);
  if (const auto made = made_paths(document, stage); !made.empty()) text += "\n" + made;
  return Hover{subject.word, std::move(text)};
}

}  // namespace slipway::features
