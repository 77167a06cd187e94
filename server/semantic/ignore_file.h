#pragma once
// .dockerignore as BuildKit reads and matches it (moby/patternmatcher with its ignorefile reader).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::semantic {

class IgnoreFile {
 public:
  explicit IgnoreFile(std::string_view text);

  /// BuildKit's message about a pattern that it cannot read; a build ends with it.
  [[nodiscard]] const std::optional<std::string>& error() const { return error_; }
  /// Whether a line begins with `!`. BuildKit then does not check sources of COPY and ADD.
  [[nodiscard]] bool has_exceptions() const { return has_exceptions_; }
  /// Whether a file or folder of the context, or a folder above it, is left out. The path is cleaned, without `./`.
  [[nodiscard]] bool excludes(std::string_view path) const;
  /// Whether BuildKit's check CopyIgnoredFile reports this local source of COPY or ADD, cleaned (`clean_path`).
  [[nodiscard]] bool excludes_source(std::string_view source) const;

 private:
  struct Pattern {
    std::string text;
    bool excepts = false;
  };
  void add_line(std::string_view line);

  std::vector<Pattern> patterns_;
  bool has_exceptions_ = false;
  std::optional<std::string> error_;
};

}  // namespace slipway::semantic
