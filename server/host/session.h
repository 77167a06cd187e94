#pragma once
// The state of one session with one client. Used on the loop only; readers on other threads get a `Reading`.

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "host/client.h"
#include "host/conversion.h"
#include "host/diagnostics.h"
#include "host/documents.h"
#include "host/responder.h"
#include "host/settings.h"
#include "host/workers.h"
#include "lsp/methods.h"

namespace slipway::host {

enum class Phase { Fresh, Running, ShuttingDown };

struct Session {
  Session(Workers& threads, jsonrpc::Transport& transport)
      : workers(threads),
        calls(std::make_shared<Calls>(transport)),
        client(transport),
        documents(snapshot::disk()),
        diagnostics(workers, client, documents) {}

  Workers& workers;
  std::shared_ptr<Calls> calls;
  Client client;
  Documents documents;
  Diagnostics diagnostics;

  Phase phase = Phase::Fresh;
  Encoding encoding = Encoding::Utf16;
  std::shared_ptr<const lsp::ClientCapabilities> capabilities = std::make_shared<lsp::ClientCapabilities>();
  std::shared_ptr<const Settings> settings = std::make_shared<Settings>();
  std::vector<lsp::WorkspaceFolder> folders;
  std::string client_name;
  std::int64_t parent = 0;              ///< the client's process; 0 when it did not say
  std::function<void(int code)> leave;  ///< ends the process; set by the main loop
};

/// What a handler that only reads may see: one version of one document, and what was agreed with the client.
struct Reading {
  snapshot::SnapshotPtr document;
  Encoding encoding = Encoding::Utf16;
  std::shared_ptr<const lsp::ClientCapabilities> client;
  Revision newest;
  std::uint64_t revision = 0;

  [[nodiscard]] const SourceText& source() const { return document->analysis->source; }
  /// True when the document was edited or closed since the request came.
  [[nodiscard]] bool is_outdated() const { return *newest != revision; }

  [[nodiscard]] text::Offset offset(lsp::Position position) const { return to_offset(source(), position, encoding); }
  [[nodiscard]] lsp::Range range(text::TextRange bytes) const { return to_range(source(), bytes, encoding); }
  [[nodiscard]] lsp::WorkspaceEdit edit(const std::vector<text::TextEdit>& edits) const {
    const auto form = client->document_changes ? lsp::EditForm::Versioned : lsp::EditForm::Plain;
    return {document->uri, document->version, form, to_edits(source(), edits, encoding)};
  }
};

}  // namespace slipway::host
