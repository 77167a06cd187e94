#pragma once
// initialize and what else frames a session.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "jsonrpc/message.h"
#include "lsp/capabilities.h"
#include "lsp/configuration.h"
#include "lsp/json.h"

namespace slipway::lsp {

struct InitializeParams {
  std::optional<std::int64_t> process_id;  ///< of the client; the server ends with it
  std::string client;                      ///< name and version, for the log; may be empty
  ClientCapabilities capabilities;
  std::optional<Settings> settings;  ///< from initializationOptions
  std::vector<WorkspaceFolder> folders;
  std::string trace;  ///< "off", "messages", "verbose"
};

struct SetTraceParams {
  std::string value;
};

struct CancelParams {
  jsonrpc::Id id;
};

void read(const Reader& in, InitializeParams& out);
void read(const Reader& in, SetTraceParams& out);
void read(const Reader& in, CancelParams& out);

}  // namespace slipway::lsp
