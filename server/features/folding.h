#pragma once
// What can be folded: stages, instructions over several lines, comment blocks, heredocs, `# region`.

#include <vector>

#include "snapshot/document_snapshot.h"

namespace slipway::features {

enum class FoldKind { Code, Comment, Region };

struct Fold {
  text::TextRange range;  ///< begins on the first line, ends on the last
  FoldKind kind = FoldKind::Code;
};

[[nodiscard]] std::vector<Fold> folding(const snapshot::DocumentSnapshot& document);

}  // namespace slipway::features
