#pragma once
// Paths of a Linux image as text: absolute, `/` between parts, no `.` or `..` left.

#include <string>
#include <string_view>

namespace slipway::refactor {

/// `path` seen from `folder`, tidied: ("/a", "../b/./c") → "/b/c". An absolute `path` stands for itself.
[[nodiscard]] std::string join_path(std::string_view folder, std::string_view path);

/// True for the folder itself and everything below it. Works for relative tidy paths too; every path is below "".
[[nodiscard]] bool is_under(std::string_view path, std::string_view folder);

/// What is left of `path` behind `folder`; empty when they are equal. `path` must be under `folder`.
[[nodiscard]] std::string_view below(std::string_view path, std::string_view folder);

/// Last part of a path: "c" of "/b/c" and of "/b/c/".
[[nodiscard]] std::string_view base_name(std::string_view path);

/// The folder of a path: "/b" of "/b/c"; "/" at the root; empty for a name alone.
[[nodiscard]] std::string_view parent_of(std::string_view path);

/// A relative path without `.`, `..` that leave it are dropped: "./a/../b" → "b", "../x" → "x".
[[nodiscard]] std::string tidy_relative(std::string_view path);

/// True when shell-like `pattern` (`*`, `?`, `[…]`, none of which matches `/`) matches all of `text`.
[[nodiscard]] bool matches_pattern(std::string_view text, std::string_view pattern);

/// File name ending with its dot: ".go"; empty without one.
[[nodiscard]] std::string_view extension_of(std::string_view path);

/// True for the folders that every distribution searches for programs.
[[nodiscard]] bool is_path_folder(std::string_view folder);

}  // namespace slipway::refactor
