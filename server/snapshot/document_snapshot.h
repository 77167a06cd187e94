#pragma once
// One version of one document with everything a reader needs. Immutable and shared: the main loop makes the next version while
// readers on other threads still hold this one.

#include <cstdint>
#include <memory>
#include <string>

#include "semantic/analysis.h"
#include "snapshot/file_system.h"

namespace slipway::snapshot {

struct DocumentSnapshot {
  std::string uri;
  std::string path;            ///< absolute path; empty for documents that are no file (untitled:)
  std::string context_folder;  ///< root of the build context; empty when unknown
  std::int64_t version = 0;
  semantic::AnalysisPtr analysis;
  std::shared_ptr<const FileSystem> files;  ///< never null

  [[nodiscard]] std::string_view text() const { return analysis->source.bytes(); }
  [[nodiscard]] const semantic::Model& model() const { return analysis->model(); }
};

using SnapshotPtr = std::shared_ptr<const DocumentSnapshot>;

/// A snapshot of a text read by itself, for the command line and tests. The build context is the file's folder.
[[nodiscard]] SnapshotPtr make_snapshot(std::string path, std::string text, std::shared_ptr<const FileSystem> files);

}  // namespace slipway::snapshot
