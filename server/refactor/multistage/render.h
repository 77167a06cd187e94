#pragma once
// A plan as edits of the user's text: lines that stay keep their bytes, comments stay with their instruction, new lines take the
// file's line ends and its case of keywords. Decides nothing.

#include <vector>

#include "refactor/multistage/plan.h"
#include "text/text_edit.h"

namespace slipway::refactor::multistage {

[[nodiscard]] std::vector<text::TextEdit> render(const Facts& facts, const Plan& plan);

}  // namespace slipway::refactor::multistage
