#include "features/hover.h"

#include "features/hover/describe.h"
#include "features/subject.h"

namespace slipway::features {

std::optional<Hover> hover(const snapshot::DocumentSnapshot& document, text::Offset offset) {
  const auto subject = subject_at(document, offset);
  if (const auto* stage = std::get_if<StageSubject>(&subject)) return describe_stage(document, *stage);
  if (const auto* variable = std::get_if<VariableSubject>(&subject)) return describe_variable(document, *variable);
  if (const auto* heredoc = std::get_if<HeredocSubject>(&subject)) return describe_heredoc(*heredoc);
  if (const auto here = instruction_here(document, offset)) return describe_word(document, *here, offset);
  return describe_comment(document, offset);
}

}  // namespace slipway::features
