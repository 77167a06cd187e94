#pragma once
// Document URIs and file paths.

#include <string>
#include <string_view>

namespace slipway::host {

/// The absolute path of a `file:` URI, percent-encoding undone. Empty for every other scheme (untitled:, git:, vscode-vfs:):
/// such documents have a text and no place on the disk.
[[nodiscard]] std::string path_of_uri(std::string_view uri);

/// The `file:` URI of an absolute path.
[[nodiscard]] std::string uri_of_path(std::string_view path);

/// The folder of an absolute path; empty for an empty path.
[[nodiscard]] std::string folder_of(std::string_view path);

}  // namespace slipway::host
