#include "refactor/paths.h"

#include <vector>

#include "support/strings.h"

namespace slipway::refactor {

namespace {

std::vector<std::string_view> tidy_parts(std::string_view path) {
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..")
      parts.push_back(part);
    else if (!parts.empty())
      parts.pop_back();
  }
  return parts;
}

std::string joined(const std::vector<std::string_view>& parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

/// Matches one character class; `pattern` begins behind `[`. Returns the bytes up to behind `]`, 0 when it is not closed.
std::size_t class_size(std::string_view pattern, char c, bool& matched) {
  std::size_t at = 0;
  const bool negated = at < pattern.size() && (pattern[at] == '^' || pattern[at] == '!');
  if (negated) ++at;
  matched = false;
  const std::size_t first = at;
  for (; at < pattern.size() && (pattern[at] != ']' || at == first); ++at) {
    if (at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
      matched = matched || (pattern[at] <= c && c <= pattern[at + 2]);
      at += 2;
    } else {
      matched = matched || pattern[at] == c;
    }
  }
  if (at >= pattern.size()) return 0;
  matched = matched != negated;
  return at + 1;
}

}  // namespace

std::string join_path(std::string_view folder, std::string_view path) {
  std::string whole;
  if (path.empty() || path.front() != '/') whole = std::string(folder) + "/";
  whole += path;
  return "/" + joined(tidy_parts(whole));
}

bool is_under(std::string_view path, std::string_view folder) {
  if (folder.empty() || folder == "/") return true;
  if (path.substr(0, folder.size()) != folder) return false;
  return path.size() == folder.size() || path[folder.size()] == '/';
}

std::string_view below(std::string_view path, std::string_view folder) {
  if (folder.empty()) return path;
  if (folder == "/") return path.substr(path.empty() ? 0 : 1);
  return path.size() <= folder.size() ? std::string_view() : path.substr(folder.size() + 1);
}

std::string_view base_name(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view parent_of(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return slash == 0 ? path.substr(0, 1) : path.substr(0, slash);
}

std::string tidy_relative(std::string_view path) { return joined(tidy_parts(path)); }

bool matches_pattern(std::string_view text, std::string_view pattern) {
  while (!pattern.empty()) {
    if (pattern.front() == '*') {
      while (!pattern.empty() && pattern.front() == '*') pattern.remove_prefix(1);
      for (std::size_t skip = 0; skip <= text.size(); ++skip) {
        if (matches_pattern(text.substr(skip), pattern)) return true;
        if (skip < text.size() && text[skip] == '/') return false;
      }
      return false;
    }
    if (text.empty()) return false;
    if (pattern.front() == '[') {
      bool matched = false;
      const std::size_t size = class_size(pattern.substr(1), text.front(), matched);
      if (size == 0 || !matched) return false;
      pattern.remove_prefix(size + 1);
      text.remove_prefix(1);
      continue;
    }
    const bool any = pattern.front() == '?' && text.front() != '/';
    if (pattern.front() == '\\' && pattern.size() > 1) pattern.remove_prefix(1);
    if (!any && pattern.front() != text.front()) return false;
    pattern.remove_prefix(1);
    text.remove_prefix(1);
  }
  return text.empty();
}

std::string_view extension_of(std::string_view path) {
  const std::string_view name = base_name(path);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

bool is_path_folder(std::string_view folder) {
  for (const std::string_view known : {"/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"}) {
    if (folder == known) return true;
  }
  return false;
}

}  // namespace slipway::refactor
