#pragma once
// Which files the command line works on, and their bytes.

#include <string>
#include <string_view>
#include <vector>

#include "snapshot/document_snapshot.h"
#include "support/result.h"

namespace slipway::cli {

/// Dockerfile, Dockerfile.*, *.Dockerfile, Containerfile …, in any case; not `Dockerfile.dockerignore`.
[[nodiscard]] bool is_dockerfile_name(std::string_view name);

/// The files that are meant: each path that is a file (or `-`, or missing) as it is, each folder replaced by the Dockerfiles below it,
/// sorted. Version control and dependency folders, and links to folders, are not entered. No path is given twice.
[[nodiscard]] std::vector<std::string> find_files(const std::vector<std::string>& paths);

/// The bytes of a file, `-` for standard input. The error says what is wrong with the file: missing, a folder, no permission, binary.
[[nodiscard]] Result<std::string> read_input(const std::string& path);

/// The document at a path; standard input counts as `Dockerfile` in the working folder.
[[nodiscard]] Result<snapshot::SnapshotPtr> open_document(const std::string& path);

/// Replaces a file at once or not at all: writes beside it and renames; keeps the file's permissions.
[[nodiscard]] Result<std::string> replace_file(const std::string& path, std::string_view bytes);

}  // namespace slipway::cli
