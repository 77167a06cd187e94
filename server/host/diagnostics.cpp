#include "host/diagnostics.h"

#include <atomic>
#include <iterator>
#include <utility>

#include "host/findings.h"
#include "host/guarded.h"
#include "host/shellcheck.h"
#include "lint/engine.h"
#include "lsp/methods.h"
#include "support/hash.h"

namespace slipway::host {

/// One run of the rules over one version.
struct Diagnostics::Pass {
  snapshot::SnapshotPtr document;
  std::shared_ptr<const Settings> settings;
  std::shared_ptr<const lsp::ClientCapabilities> capabilities;
  Encoding encoding = Encoding::Utf16;
  std::atomic<bool> cancelled{false};
};

void Diagnostics::agree(std::shared_ptr<const lsp::ClientCapabilities> capabilities, Encoding encoding) {
  capabilities_ = std::move(capabilities);
  encoding_ = encoding;
}

void Diagnostics::set_settings(std::shared_ptr<const Settings> settings) {
  settings_ = std::move(settings);
  refresh_all();
}

void Diagnostics::refresh_all() {
  for (const auto& [uri, document] : documents_.all()) document_changed(uri);
  if (capabilities_->pull_diagnostics && capabilities_->diagnostic_refresh && !documents_.all().empty()) {
    client_.request(lsp::refresh_diagnostics, "null", [](const jsonrpc::Value&) {});
  }
}

void Diagnostics::document_changed(const std::string& uri) {
  auto& state = states_[uri];
  state.newest.reset();
  state.is_push_due = !capabilities_->pull_diagnostics;
  if (state.running) state.running->cancelled = true;
  advance(uri, state);
}

void Diagnostics::document_closed(const std::string& uri) {
  const auto found = states_.find(uri);
  if (found == states_.end()) return;
  if (found->second.running) found->second.running->cancelled = true;
  for (auto& waiting : found->second.waiting) {
    waiting.responder.fail(jsonrpc::ErrorCode::ContentModified, "The document was closed: " + uri);
  }
  states_.erase(found);
  if (!capabilities_->pull_diagnostics) {
    client_.notify(lsp::publish_diagnostics, lsp::to_json(lsp::PublishDiagnosticsParams{uri, std::nullopt, "[]"}));
  }
}

void Diagnostics::pull(const lsp::DiagnosticParams& params, Responder responder) {
  auto& state = states_[params.uri];
  state.waiting.push_back({params.previous_result_id, std::move(responder)});
  if (state.newest) {
    deliver(params.uri, state);
  } else {
    advance(params.uri, state);
  }
}

void Diagnostics::cancel_all() {
  for (auto& [uri, state] : states_) {
    if (state.running) state.running->cancelled = true;
  }
}

/// Starts a pass if somebody waits for one and none runs.
void Diagnostics::advance(const std::string& uri, State& state) {
  if (state.running || (!state.is_push_due && state.waiting.empty())) return;
  const auto* document = documents_.find(uri);
  if (document != nullptr) start(uri, state, *document);
}

void Diagnostics::start(const std::string& uri, State& state, const Document& document) {
  auto pass = std::make_shared<Pass>();
  pass->document = document.snapshot;
  pass->settings = settings_;
  pass->capabilities = capabilities_;
  pass->encoding = encoding_;
  state.running = pass;
  workers_.post(Lane::Pool, [this, uri, pass] {
    Report report;
    Responder nobody;
    guarded(lsp::diagnostic.name, nobody, [&] { report = run(*pass); });
    workers_.on_loop([this, uri, pass, report = std::move(report)]() mutable { finish(uri, pass, std::move(report)); });
  });
}

Diagnostics::Report Diagnostics::run(const Pass& pass) {
  auto findings = lint::run(*pass.document, pass.settings->selection, &pass.cancelled);
  if (pass.cancelled) return {};
  if (pass.settings->shellcheck) {
    auto more = run_shellcheck(*pass.document, {});
    std::move(more.begin(), more.end(), std::back_inserter(findings));
  }
  Report report;
  report.items = lsp::to_json(to_diagnostics(*pass.document, findings, pass.settings->max_diagnostics, pass.encoding, *pass.capabilities));
  report.result_id = std::to_string(hash_bytes(report.items));
  return report;
}

void Diagnostics::finish(const std::string& uri, const std::shared_ptr<Pass>& pass, Report report) {
  const auto found = states_.find(uri);
  if (found == states_.end() || found->second.running != pass) return;  // closed since
  auto& state = found->second;
  state.running.reset();
  if (pass->cancelled) return advance(uri, state);
  state.newest = std::move(report);
  deliver(uri, state);
}

/// The pass failed: who waits is told so, and the next edit or question tries again.
void Diagnostics::give_up(State& state) {
  state.newest.reset();
  state.is_push_due = false;
  for (auto& waiting : std::exchange(state.waiting, {})) {
    waiting.responder.fail(jsonrpc::ErrorCode::InternalError, "The rules failed on this document: a fault in slipway.");
  }
}

void Diagnostics::deliver(const std::string& uri, State& state) {
  const auto* document = documents_.find(uri);
  if (document == nullptr || !state.newest) return;
  if (state.newest->items.empty()) return give_up(state);
  if (std::exchange(state.is_push_due, false)) {
    client_.notify(lsp::publish_diagnostics,
                   lsp::to_json(lsp::PublishDiagnosticsParams{uri, document->snapshot->version, state.newest->items}));
  }
  for (auto& waiting : std::exchange(state.waiting, {})) {
    const bool unchanged = waiting.previous_result_id == state.newest->result_id;
    waiting.responder.result(lsp::to_json(lsp::DiagnosticReport{state.newest->result_id, state.newest->items, unchanged}));
  }
}

}  // namespace slipway::host
