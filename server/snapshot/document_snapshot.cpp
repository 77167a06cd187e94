#include "snapshot/document_snapshot.h"

#include <utility>

namespace slipway::snapshot {

SnapshotPtr make_snapshot(std::string path, std::string text, std::shared_ptr<const FileSystem> files) {
  auto out = std::make_shared<DocumentSnapshot>();
  const auto slash = path.rfind('/');
  out->context_folder = slash == std::string::npos ? std::string() : path.substr(0, slash == 0 ? 1 : slash);
  out->path = std::move(path);
  out->analysis = semantic::analyze(std::move(text));
  out->files = std::move(files);
  return out;
}

}  // namespace slipway::snapshot
