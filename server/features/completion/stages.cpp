#include "features/completion/providers.h"

#include <algorithm>

namespace slipway::features {

namespace {

using semantic::Stage;

/// Stages whose FROM stands before the instruction, without the stage that the instruction is in.
std::size_t stages_before(const Request& request) {
  const auto& stages = request.document.model().stages;
  std::size_t count = 0;
  while (count < stages.size() && stages[count].range.begin < request.where.instruction) ++count;
  // A FROM begins its own stage; any other instruction belongs to the last one.
  const bool in_from = request.where.keyword == syntax::Keyword::From;
  return in_from || count == 0 ? count : count - 1;
}

std::string base_of(const Stage& stage) { return "FROM " + std::string(stage.base); }

}  // namespace

void add_stages(const Request& request, StageNumbers numbers, Items& items) {
  const auto& model = request.document.model();
  for (auto i = stages_before(request); i > 0; --i) {
    const auto& stage = model.stages[i - 1];
    const auto number = std::to_string(i - 1);
    if (!stage.name.empty()) {
      items.add(Rank::First, {.label = stage.name, .kind = CompletionKind::Stage, .detail = base_of(stage), .key = {}});
    } else if (numbers == StageNumbers::ForUnnamed) {
      items.add(Rank::Likely, {.label = number, .kind = CompletionKind::Stage, .detail = base_of(stage), .key = {}});
    }
  }
  for (const auto& context : request.document.analysis->inputs.named_contexts) {
    items.add(Rank::Likely, {.label = context, .kind = CompletionKind::Stage, .detail = "named build context"});
  }
}

}  // namespace slipway::features
