#pragma once
// Documents for tests of features: a marked Dockerfile at /context/Dockerfile, and files beside it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "snapshot/document_snapshot.h"
#include "tests/support/marked_text.h"

namespace slipway::test {

/// Path in the build context → content.
using ContextFiles = std::map<std::string, std::string>;

[[nodiscard]] snapshot::SnapshotPtr make_document(std::string text, const ContextFiles& files = {});

/// The 1-based line of a place.
[[nodiscard]] std::string line_number(const snapshot::DocumentSnapshot& document, text::Offset offset);

/// `2:5-9 name`: line, columns in bytes (1-based, end exclusive) and the text of a range on one line.
[[nodiscard]] std::string shown(const snapshot::DocumentSnapshot& document, text::TextRange range);

/// The ranges as `shown`, one a line.
[[nodiscard]] std::string shown(const snapshot::DocumentSnapshot& document, const std::vector<text::TextRange>& ranges);

}  // namespace slipway::test
