#pragma once
// When the rules run. For each document one pass runs and at most one waits; the newest text wins, and no result of an older
// version leaves. Clients that pull ask for a result, to others it is pushed: never both. Used on the loop only.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "host/client.h"
#include "host/documents.h"
#include "host/responder.h"
#include "host/settings.h"
#include "host/workers.h"
#include "lsp/capabilities.h"
#include "lsp/diagnostics.h"

namespace slipway::host {

class Diagnostics {
 public:
  Diagnostics(Workers& workers, Client& client, const Documents& documents) : workers_(workers), client_(client), documents_(documents) {}

  /// What was agreed with the client; before any document is open.
  void agree(std::shared_ptr<const lsp::ClientCapabilities> capabilities, Encoding encoding);
  /// Everything found so far is out of date.
  void set_settings(std::shared_ptr<const Settings> settings);
  /// Files beside the documents have changed, or the settings: all documents are looked at again.
  void refresh_all();

  void document_changed(const std::string& uri);
  void document_closed(const std::string& uri);
  /// Answers for the newest text, as soon as a pass over it is through.
  void pull(const lsp::DiagnosticParams& params, Responder responder);
  /// Running passes end early.
  void cancel_all();

 private:
  struct Pass;
  struct Report {
    std::string items;  ///< JSON text of the diagnostics; empty when the pass failed
    std::string result_id;
  };
  struct Waiting {
    std::optional<std::string> previous_result_id;
    Responder responder;
  };
  struct State {
    std::shared_ptr<Pass> running;
    bool is_push_due = false;
    std::vector<Waiting> waiting;
    std::optional<Report> newest;  ///< for the document's newest text
  };

  void advance(const std::string& uri, State& state);
  void start(const std::string& uri, State& state, const Document& document);
  void finish(const std::string& uri, const std::shared_ptr<Pass>& pass, Report report);
  static void give_up(State& state);
  void deliver(const std::string& uri, State& state);
  static Report run(const Pass& pass);

  Workers& workers_;
  Client& client_;
  const Documents& documents_;
  std::shared_ptr<const lsp::ClientCapabilities> capabilities_ = std::make_shared<lsp::ClientCapabilities>();
  std::shared_ptr<const Settings> settings_ = std::make_shared<Settings>();
  Encoding encoding_ = Encoding::Utf16;
  std::map<std::string, State> states_;
};

}  // namespace slipway::host
