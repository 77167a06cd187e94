#include "host/handlers/handlers.h"
#include "host/methods.h"
#include "support/log.h"

namespace slipway::host::handlers {

namespace {

TraceLevel trace_level(std::string_view name) {
  if (name == "messages") return TraceLevel::Messages;
  return name == "verbose" ? TraceLevel::Verbose : TraceLevel::Off;
}

/// Files whose change can change what we find.
constexpr std::string_view watched_files[] = {"**/.dockerignore", "**/*.dockerignore", "**/slipway.toml", "**/.hadolint.{yaml,yml}"};

void watch_files(Session& session) {
  jsonrpc::Writer out;
  out.begin_object().key("registrations").begin_array().begin_object();
  out.key("id").text("slipway-files").key("method").text(lsp::did_change_watched_files.name);
  out.key("registerOptions").begin_object().key("watchers").begin_array();
  for (const auto pattern : watched_files) out.begin_object().key("globPattern").text(pattern).end_object();
  out.end_array().end_object().end_object().end_array().end_object();
  session.client.request(lsp::register_capability, out.take(), [](const jsonrpc::Value&) {});
}

}  // namespace

Answer<lsp::RawJson> initialize(Session& session, const lsp::InitializeParams& params) {
  if (session.phase != Phase::Fresh)
    return jsonrpc::ResponseError{jsonrpc::ErrorCode::InvalidRequest, "The server is initialized already."};
  session.phase = Phase::Running;
  session.encoding = choose_encoding(params.capabilities.position_encodings);
  session.capabilities = std::make_shared<lsp::ClientCapabilities>(params.capabilities);
  session.diagnostics.agree(session.capabilities, session.encoding);
  session.folders = params.folders;
  session.client_name = params.client;
  session.parent = params.process_id.value_or(0);
  session.calls->set_trace(trace_level(params.trace));
  if (params.settings) {
    session.settings = std::make_shared<Settings>(to_settings(*params.settings, "initializationOptions"));
    session.diagnostics.set_settings(session.settings);
  }
  std::string line = "started client=" + (params.client.empty() ? "unknown" : params.client) + " encoding=";
  line += encoding_name(session.encoding);
  log(LogLevel::Info, line);
  return lsp::RawJson{initialize_result(*session.capabilities, session.encoding)};
}

void initialized(Session& session, const lsp::NoParams& /*params*/) {
  ask_for_settings(session);
  if (session.capabilities->watched_files_registration) watch_files(session);
}

Answer<lsp::Null> shutdown(Session& session, const lsp::NoParams& /*params*/) {
  session.phase = Phase::ShuttingDown;
  return lsp::Null{};
}

void exit(Session& session, const lsp::NoParams& /*params*/) { session.leave(session.phase == Phase::ShuttingDown ? 0 : 1); }

void cancel_request(Session& session, const lsp::CancelParams& params) { session.calls->cancel(params.id); }

void set_trace(Session& session, const lsp::SetTraceParams& params) { session.calls->set_trace(trace_level(params.value)); }

}  // namespace slipway::host::handlers
