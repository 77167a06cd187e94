#pragma once
// All places that mean the same stage, variable or heredoc as the word under the cursor: references and highlights.

#include <vector>

#include "snapshot/document_snapshot.h"

namespace slipway::features {

enum class Access { Read, Write };

enum class Declarations { Include, LeaveOut };

struct Occurrence {
  text::TextRange range;
  Access access = Access::Read;  ///< Write: the place defines it
};

/// In order of their places; empty when the cursor stands on nothing that has a name.
[[nodiscard]] std::vector<Occurrence> references(const snapshot::DocumentSnapshot& document, text::Offset offset,
                                                 Declarations declarations);

}  // namespace slipway::features
