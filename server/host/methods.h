#pragma once
// THE list of what we speak.

#include <string>
#include <string_view>
#include <vector>

#include "host/method.h"

namespace slipway::host {

/// Every method that a client may send.
[[nodiscard]] const std::vector<Method>& methods();

/// Null for a method we do not know.
[[nodiscard]] const Method* find_method(std::string_view name);

/// The result of `initialize`, made from the table.
[[nodiscard]] std::string initialize_result(const lsp::ClientCapabilities& client, Encoding encoding);

/// Version of the program.
[[nodiscard]] std::string_view version();

}  // namespace slipway::host
