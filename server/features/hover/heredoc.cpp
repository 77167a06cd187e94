#include "features/hover/describe.h"

namespace slipway::features {

std::optional<Hover> describe_heredoc(const HeredocSubject& subject) {
  const auto& heredoc = *subject.heredoc;
  std::string text = "Heredoc `" + heredoc.name + "`: the lines up to `" + heredoc.name + "` alone on a line.\n\n";
  text += heredoc.expands ? "Variables in it are replaced; quotes around the name would keep them as they are."
                          : "The name is quoted: variables in it stay as they are.";
  if (heredoc.chomps) text += " Tabs at the beginning of its lines are cut off.";
  if (!subject.end) text += "\n\nIt has no end yet.";
  return Hover{subject.word, std::move(text)};
}

}  // namespace slipway::features
