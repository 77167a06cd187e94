#pragma once
// The open documents. Used on the loop only.

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "host/conversion.h"
#include "lsp/documents.h"
#include "semantic/analysis.h"
#include "snapshot/document_snapshot.h"

namespace slipway::host {

/// Counts the versions of one document; readers keep it and see whether theirs is still the newest.
using Revision = std::shared_ptr<std::atomic<std::uint64_t>>;

struct Document {
  std::string language_id;
  semantic::Analyzer analyzer;
  snapshot::SnapshotPtr snapshot;  ///< the newest version; never null
  Revision revision = std::make_shared<std::atomic<std::uint64_t>>(0);
};

class Documents {
 public:
  explicit Documents(std::shared_ptr<const snapshot::FileSystem> files) : files_(std::move(files)) {}

  void open(const lsp::DidOpenParams& params);
  /// Nothing happens when the document is not open.
  void change(const lsp::DidChangeParams& params, Encoding encoding);
  /// False when the document is not open.
  [[nodiscard]] bool close(const std::string& uri);

  /// The newest version; null when the document is not open.
  [[nodiscard]] snapshot::SnapshotPtr snapshot(std::string_view uri) const;
  /// Null when the document is not open. The URI is compared as the client wrote it.
  [[nodiscard]] const Document* find(std::string_view uri) const;
  [[nodiscard]] const std::map<std::string, Document, std::less<>>& all() const { return documents_; }

 private:
  std::shared_ptr<const snapshot::FileSystem> files_;
  std::map<std::string, Document, std::less<>> documents_;
};

}  // namespace slipway::host
