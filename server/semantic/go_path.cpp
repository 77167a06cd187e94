#include "semantic/go_path.h"

#include <vector>

#include "support/strings.h"
#include "syntax/go_text.h"

namespace slipway::semantic {

std::string clean_path(std::string_view path) {
  const bool absolute = !path.empty() && path.front() == '/';
  std::vector<std::string> parts;
  for (const auto part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.emplace_back(part);
    } else if (!parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!absolute) {
      parts.emplace_back(part);
    }
  }
  if (parts.empty()) return absolute ? "/" : ".";
  return (absolute ? "/" : "") + join(parts, "/");
}

std::string join_path(std::string_view parent, std::string_view path) {
  if (parent.empty()) return path.empty() ? std::string() : clean_path(path);
  return clean_path(std::string(parent) + "/" + std::string(path));
}

bool is_absolute_on_windows(std::string_view path) {
  if (windows_path_error(path)) return false;
  const auto colon = path.find(':');
  if (colon != std::string_view::npos) path.remove_prefix(colon + 1);
  return !path.empty() && (path.front() == '/' || path.front() == '\\');
}

std::optional<std::string> windows_path_error(std::string_view path) {
  const auto is_slash = [](char c) { return c == '/' || c == '\\'; };
  if (path.size() == 2 && path[1] == ':') return "No relative path specified in " + syntax::go_quote(path);
  if (path.size() >= 2 && is_slash(path[0]) && is_slash(path[1])) return "UNC paths are not supported";
  const auto colon = path.find(':');
  if (colon == std::string_view::npos || equals_ignoring_case(path.substr(0, colon), "c")) return std::nullopt;
  return "The specified path is not on the system drive (C:)";
}

}  // namespace slipway::semantic
