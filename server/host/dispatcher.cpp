#include "host/dispatcher.h"

#include <algorithm>

#include "host/methods.h"
#include "support/log.h"

namespace slipway::host {

namespace {

using jsonrpc::ErrorCode;

bool is_answered(const jsonrpc::Message& message) {
  return std::holds_alternative<jsonrpc::Request>(message) || std::holds_alternative<jsonrpc::Invalid>(message);
}

/// A loop turn beyond this is logged with its cause.
constexpr auto long_turn = std::chrono::milliseconds(20);

std::string_view name_of(const jsonrpc::Message& message) {
  if (const auto* request = std::get_if<jsonrpc::Request>(&message)) return request->method;
  if (const auto* notification = std::get_if<jsonrpc::Notification>(&message)) return notification->method;
  return "response";
}

void log_turn(const std::string& cause, std::chrono::steady_clock::duration took) {
  if (took < long_turn) return;
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
  log(LogLevel::Info, "slow turn of the loop cause=" + cause + " ms=" + std::to_string(milliseconds));
}

}  // namespace

void Dispatcher::dispatch(jsonrpc::Packet packet) {
  std::shared_ptr<Batch> batch;
  if (packet.is_batch) {
    const auto answers = std::count_if(packet.messages.begin(), packet.messages.end(), is_answered);
    batch = std::make_shared<Batch>(transport_, static_cast<std::size_t>(answers));
  }
  for (auto& message : packet.messages) {
    const auto start = std::chrono::steady_clock::now();
    const std::string cause(name_of(message));
    if (auto* request = std::get_if<jsonrpc::Request>(&message)) {
      on_request(std::move(*request), batch);
    } else if (const auto* notification = std::get_if<jsonrpc::Notification>(&message)) {
      on_notification(*notification);
    } else if (const auto* response = std::get_if<jsonrpc::Response>(&message)) {
      session_.client.on_response(*response);
    } else {
      const auto& invalid = std::get<jsonrpc::Invalid>(message);
      log(LogLevel::Info, "a message was refused: " + invalid.error.message);
      auto text = jsonrpc::error_text(invalid.id, invalid.error);
      batch ? batch->add(std::move(text)) : transport_.send(std::move(text));
    }
    log_turn(cause, std::chrono::steady_clock::now() - start);
  }
}

void Dispatcher::on_request(jsonrpc::Request request, std::shared_ptr<Batch> batch) {
  auto responder = session_.calls->begin(std::move(request.id), request.method, std::move(batch));
  if (!responder) return;
  const auto* method = find_method(request.method);
  if (session_.phase == Phase::ShuttingDown) {
    responder->fail(ErrorCode::InvalidRequest, "The server is shutting down; only exit is expected.");
  } else if (session_.phase == Phase::Fresh && request.method != lsp::initialize.name) {
    responder->fail(ErrorCode::ServerNotInitialized, "The first request must be initialize.");
  } else if (method == nullptr || method->kind != MethodKind::Request) {
    responder->fail(ErrorCode::MethodNotFound, "There is no request " + request.method + '.');
  } else {
    method->run(session_, *request.params, std::move(*responder));
  }
}

void Dispatcher::on_notification(const jsonrpc::Notification& notification) {
  if (session_.phase != Phase::Running && notification.method != lsp::exit.name) return;
  const auto* method = find_method(notification.method);
  if (method != nullptr && method->kind == MethodKind::Notification) {
    method->run(session_, *notification.params, Responder());
  } else if (method != nullptr) {
    log(LogLevel::Info, notification.method + " was ignored: a request needs an id");
  }
}

}  // namespace slipway::host
