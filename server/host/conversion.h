#pragma once
// The only place where an editor's positions and our byte ranges meet. The encoding is an argument, never a global.

#include <string>
#include <string_view>
#include <vector>

#include "lsp/basic.h"
#include "lsp/documents.h"
#include "text/source_text.h"
#include "text/text_edit.h"

namespace slipway::host {

using text::Encoding;
using text::SourceText;

/// The first of the client's encodings that we know; UTF-16 when it names none (LSP 3.17, "positionEncodings").
[[nodiscard]] Encoding choose_encoding(const std::vector<std::string>& offered);
[[nodiscard]] std::string_view encoding_name(Encoding encoding);

/// Places past the end are clamped.
[[nodiscard]] text::Offset to_offset(const SourceText& source, lsp::Position position, Encoding encoding);
/// Ends in the wrong order are exchanged.
[[nodiscard]] text::TextRange to_bytes(const SourceText& source, lsp::Range range, Encoding encoding);

/// Always inside the document.
[[nodiscard]] lsp::Position to_position(const SourceText& source, text::Offset offset, Encoding encoding);
[[nodiscard]] lsp::Range to_range(const SourceText& source, text::TextRange range, Encoding encoding);
[[nodiscard]] std::vector<lsp::TextEdit> to_edits(const SourceText& source, const std::vector<text::TextEdit>& edits, Encoding encoding);

/// A text after changes, and the changes in bytes, each counted in the text that the ones before it made.
struct ChangedText {
  SourceText source;
  std::vector<text::TextEdit> edits;
};

[[nodiscard]] ChangedText apply_changes(const SourceText& before, const std::vector<lsp::ContentChange>& changes, Encoding encoding);

}  // namespace slipway::host
