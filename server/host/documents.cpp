#include "host/documents.h"

#include "host/uri.h"
#include "support/log.h"

namespace slipway::host {

void Documents::open(const lsp::DidOpenParams& params) {
  auto [at, is_new] = documents_.try_emplace(params.uri);
  auto& document = at->second;
  if (!is_new) log(LogLevel::Info, "opened twice uri=" + params.uri);
  document.language_id = params.language_id;
  auto next = std::make_shared<snapshot::DocumentSnapshot>();
  next->uri = params.uri;
  next->path = path_of_uri(params.uri);
  next->context_folder = folder_of(next->path);
  next->version = params.version;
  next->files = files_;
  next->analysis = document.analyzer.analyze(text::SourceText(params.text));
  document.snapshot = std::move(next);
  ++*document.revision;
}

void Documents::change(const lsp::DidChangeParams& params, Encoding encoding) {
  const auto found = documents_.find(params.uri);
  if (found == documents_.end()) return;
  auto& document = found->second;
  const auto& before = *document.snapshot;
  if (params.version <= before.version) {
    log(LogLevel::Info, "version " + std::to_string(params.version) + " after " + std::to_string(before.version) + " uri=" + params.uri);
  }
  auto changed = apply_changes(before.analysis->source, params.changes, encoding);
  auto next = std::make_shared<snapshot::DocumentSnapshot>(before);
  next->version = params.version;
  next->analysis = document.analyzer.advance(*before.analysis, std::move(changed.source), changed.edits);
  document.snapshot = std::move(next);
  ++*document.revision;
}

bool Documents::close(const std::string& uri) {
  const auto found = documents_.find(uri);
  if (found == documents_.end()) return false;
  ++*found->second.revision;
  documents_.erase(found);
  return true;
}

snapshot::SnapshotPtr Documents::snapshot(std::string_view uri) const {
  const auto* document = find(uri);
  return document == nullptr ? nullptr : document->snapshot;
}

const Document* Documents::find(std::string_view uri) const {
  const auto found = documents_.find(uri);
  return found == documents_.end() ? nullptr : &found->second;
}

}  // namespace slipway::host
