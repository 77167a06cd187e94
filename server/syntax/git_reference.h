#pragma once
// Sources of ADD that BuildKit fetches: git repositories and files on the web (frontend/dockerfile/dfgitutil/git_ref.go).

#include <optional>
#include <string>
#include <string_view>

namespace slipway::syntax {

enum class SourceKind {
  Local,
  Http,
  Git,
  GitLikeLocal,  ///< `github.com/…`: git for a build context, a path for COPY and ADD
};

/// What a source of ADD or COPY, with its variables put in, is.
struct CopySource {
  SourceKind kind = SourceKind::Local;
  std::optional<bool> keep_git_dir;  ///< from the query of a git URL
  std::string checksum;              ///< from the query of a git URL; empty without one
  std::optional<std::string> error;  ///< BuildKit's message about a git URL's query
};

[[nodiscard]] CopySource parse_copy_source(std::string_view source);

}  // namespace slipway::syntax
