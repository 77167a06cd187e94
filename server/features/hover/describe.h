#pragma once
// What hover says of each kind of thing; hover.cpp chooses.

#include "features/hover.h"
#include "features/subject.h"

namespace slipway::features {

[[nodiscard]] std::optional<Hover> describe_stage(const snapshot::DocumentSnapshot& document, const StageSubject& subject);
[[nodiscard]] std::optional<Hover> describe_variable(const snapshot::DocumentSnapshot& document, const VariableSubject& subject);
[[nodiscard]] std::optional<Hover> describe_heredoc(const HeredocSubject& subject);
/// Keywords, flags, images, paths, ports, signals: the words that have no name of their own in the file.
[[nodiscard]] std::optional<Hover> describe_word(const snapshot::DocumentSnapshot& document, const InstructionHere& here,
                                                 text::Offset offset);
/// Directives, their values, and rules in ignore comments.
[[nodiscard]] std::optional<Hover> describe_comment(const snapshot::DocumentSnapshot& document, text::Offset offset);

}  // namespace slipway::features
