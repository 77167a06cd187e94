#pragma once
// Renames a stage, a variable through its whole life, or a heredoc's end marker.

#include <string>
#include <string_view>
#include <vector>

#include "snapshot/document_snapshot.h"
#include "support/result.h"
#include "text/text_edit.h"

namespace slipway::features {

struct RenameTarget {
  text::TextRange range;  ///< the name under the cursor
  std::string name;
};

/// What would be renamed, or why nothing here can be.
[[nodiscard]] Result<RenameTarget> prepare_rename(const snapshot::DocumentSnapshot& document, text::Offset offset);

/// The edits, or a sentence that says why the new name is refused.
[[nodiscard]] Result<std::vector<text::TextEdit>> rename(const snapshot::DocumentSnapshot& document, text::Offset offset,
                                                         std::string_view new_name);

}  // namespace slipway::features
