#pragma once
// Where the thing under the cursor is defined.

#include <optional>
#include <string>
#include <vector>

#include "snapshot/document_snapshot.h"

namespace slipway::features {

struct Target {
  std::string path;           ///< absolute path of another file; empty for this document
  text::TextRange range;      ///< whole definition: a stage's FROM line, an ARG
  text::TextRange selection;  ///< its name
  text::TextRange origin;     ///< the word under the cursor
};

[[nodiscard]] std::vector<Target> definition(const snapshot::DocumentSnapshot& document, text::Offset offset);

}  // namespace slipway::features
