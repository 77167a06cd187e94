#pragma once
// The user's settings as clients send them, and notifications about the workspace.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/reader.h"

namespace slipway::lsp {

/// Settings under `slipway`; nothing where the user said nothing.
struct Settings {
  std::optional<std::int64_t> max_diagnostics;  ///< `slipway.diagnostics.max`: how many findings of one document an editor gets
  std::vector<std::string> skip;                ///< `slipway.lint.skip`: rules, by name or alias
  std::vector<std::string> only;                ///< `slipway.lint.only`
  bool shellcheck = false;                      ///< `slipway.lint.shellcheck`: ask ShellCheck too
  bool operator==(const Settings&) const = default;
};

struct WorkspaceFolder {
  std::string uri;
  std::string name;
};

/// workspace/didChangeConfiguration; `settings` is nothing when the client wants to be asked instead.
struct DidChangeConfigurationParams {
  std::optional<Settings> settings;
};

/// The client's answer to workspace/configuration for our one section.
struct ConfigurationAnswer {
  std::optional<Settings> settings;
};

struct DidChangeWorkspaceFoldersParams {
  std::vector<WorkspaceFolder> added;
  std::vector<WorkspaceFolder> removed;
};

struct DidChangeWatchedFilesParams {
  std::vector<std::string> uris;
};

/// Takes `{"slipway": {…}}` as well as the inner object.
void read(const Reader& in, Settings& out);
void read(const Reader& in, WorkspaceFolder& out);
void read(const Reader& in, DidChangeConfigurationParams& out);
void read(const Reader& in, ConfigurationAnswer& out);
void read(const Reader& in, DidChangeWorkspaceFoldersParams& out);
void read(const Reader& in, DidChangeWatchedFilesParams& out);

}  // namespace slipway::lsp
