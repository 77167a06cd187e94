#pragma once
// What the reply to `initialize` says of each method, by what the client can use. Values are JSON text; empty: not offered.

#include <string>

#include "lsp/capabilities.h"

namespace slipway::host::offers {

[[nodiscard]] std::string yes(const lsp::ClientCapabilities& client);
[[nodiscard]] std::string sync(const lsp::ClientCapabilities& client);
[[nodiscard]] std::string completion(const lsp::ClientCapabilities& client);
[[nodiscard]] std::string rename(const lsp::ClientCapabilities& client);
[[nodiscard]] std::string code_action(const lsp::ClientCapabilities& client);
[[nodiscard]] std::string diagnostic(const lsp::ClientCapabilities& client);
[[nodiscard]] std::string folders(const lsp::ClientCapabilities& client);

}  // namespace slipway::host::offers
