#pragma once
// How documents come to the server and change there (LSP 3.17, "Text Document Synchronization").

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace slipway::lsp {

struct DidOpenParams {
  std::string uri;
  std::string language_id;
  std::int64_t version = 0;
  std::string text;
};

/// One change: a part of the text, or all of it.
struct ContentChange {
  std::optional<Range> range;  ///< nothing: `text` is the whole document
  std::string text;
};

struct DidChangeParams {
  std::string uri;
  std::int64_t version = 0;
  std::vector<ContentChange> changes;  ///< each speaks of the text that the ones before it made
};

using DidCloseParams = DocumentParams;
using DidSaveParams = DocumentParams;

void read(const Reader& in, DidOpenParams& out);
void read(const Reader& in, DidChangeParams& out);

}  // namespace slipway::lsp
