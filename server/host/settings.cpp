#include "host/settings.h"

#include <algorithm>

#include "lint/registry.h"
#include "support/log.h"

namespace slipway::host {

namespace {

std::vector<const lint::Rule*> rules_named(const std::vector<std::string>& names) {
  std::vector<const lint::Rule*> out;
  for (const auto& name : names) {
    const auto found = lint::find_rules(name);
    if (found.empty()) log(LogLevel::Info, "settings name an unknown rule: " + name);
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

}  // namespace

Settings to_settings(const lsp::Settings& said, std::string origin) {
  Settings out;
  if (said.max_diagnostics) out.max_diagnostics = static_cast<std::size_t>(std::clamp<std::int64_t>(*said.max_diagnostics, 1, 100000));
  out.selection.only = rules_named(said.only);
  out.selection.skip = rules_named(said.skip);
  out.shellcheck = said.shellcheck;
  out.origin = std::move(origin);
  return out;
}

}  // namespace slipway::host
