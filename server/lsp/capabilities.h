#pragma once
// What a client can do, as far as our answers depend on it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/reader.h"

namespace slipway::lsp {

/// Everything is false or empty for a client that says nothing.
struct ClientCapabilities {
  std::vector<std::string> position_encodings;  ///< in the client's order
  // Diagnostics
  bool pull_diagnostics = false;    ///< textDocument/diagnostic
  bool diagnostic_refresh = false;  ///< workspace/diagnostic/refresh
  bool related_information = false;
  bool code_description = false;
  bool diagnostic_tags = false;
  bool diagnostic_data = false;
  // Language features
  bool snippets = false;
  bool completion_markdown = false;
  bool hover_markdown = false;
  bool definition_links = false;
  bool hierarchical_symbols = false;
  bool code_action_literals = false;
  bool code_action_preferred = false;
  bool code_action_resolves_edit = false;
  bool prepare_rename = false;
  std::optional<std::int64_t> folding_limit;
  // Workspace
  bool document_changes = false;  ///< versioned edits
  bool configuration = false;     ///< workspace/configuration
  bool watched_files_registration = false;
};

void read(const Reader& in, ClientCapabilities& out);

}  // namespace slipway::lsp
