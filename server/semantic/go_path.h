#pragma once
// Paths as Go's package path handles them: slashes only, nothing is looked up.

#include <optional>
#include <string>
#include <string_view>

namespace slipway::semantic {

/// path.Clean: no empty, `.` or inner `..` parts; `.` for nothing.
[[nodiscard]] std::string clean_path(std::string_view path);

/// path.Join of two parts.
[[nodiscard]] std::string join_path(std::string_view parent, std::string_view path);

/// What is wrong with a path of a Windows image (util/system/path.go, CheckSystemDriveAndRemoveDriveLetter); nothing for a good one.
[[nodiscard]] std::optional<std::string> windows_path_error(std::string_view path);

/// Whether a path of a Windows image is absolute: behind `c:`, if that stands there.
[[nodiscard]] bool is_absolute_on_windows(std::string_view path);

}  // namespace slipway::semantic
