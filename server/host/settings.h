#pragma once
// The settings in force.

#include <cstddef>
#include <string>

#include "host/findings.h"
#include "lint/engine.h"
#include "lsp/configuration.h"

namespace slipway::host {

struct Settings {
  std::size_t max_diagnostics = default_max_diagnostics;
  lint::Selection selection;
  bool shellcheck = false;          ///< ask ShellCheck too, where it is installed
  std::string origin = "defaults";  ///< who said so, for slipway/status
};

/// The defaults with what the user said put over them. Names of rules that nobody knows are logged and left out.
[[nodiscard]] Settings to_settings(const lsp::Settings& said, std::string origin);

}  // namespace slipway::host
