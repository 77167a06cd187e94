#include "host/responder.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "jsonrpc/writer.h"
#include "lsp/methods.h"
#include "support/expect.h"
#include "support/log.h"

namespace slipway::host {

namespace {

using jsonrpc::ErrorCode;

constexpr auto slow = std::chrono::milliseconds(100);

std::chrono::microseconds since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
}

}  // namespace

Responder::~Responder() {
  if (!call_ || call_->answered || calls_->closed_) return;
  expect(false, "a request was left without an answer");
  fail(ErrorCode::InternalError, call_->method + " could not be answered: a fault in slipway.");
}

void Responder::result(std::string_view json) {
  if (!call_ || call_->answered.exchange(true)) return;
  calls_->finish(*call_, jsonrpc::response_text(call_->id, json));
}

void Responder::fail(ErrorCode code, std::string message) {
  if (!call_ || call_->answered.exchange(true)) return;
  calls_->finish(*call_, jsonrpc::error_text(call_->id, {code, std::move(message)}));
}

std::optional<Responder> Calls::begin(jsonrpc::Id id, std::string method, std::shared_ptr<Batch> batch) {
  auto call = std::make_shared<Call>();
  call->id = std::move(id);
  call->method = std::move(method);
  call->arrived = std::chrono::steady_clock::now();
  call->batch = std::move(batch);
  bool fresh = true;
  {
    const std::lock_guard lock(mutex_);
    if (std::holds_alternative<std::nullptr_t>(call->id)) {
      ++null_ids_;
    } else {
      fresh = in_flight_.emplace(jsonrpc::id_text(call->id), call).second;
    }
  }
  if (fresh) return Responder(std::move(call), shared_from_this());
  auto text = jsonrpc::error_text(call->id, {ErrorCode::InvalidRequest, "A request with this id is still being answered."});
  if (call->batch) {
    call->batch->add(std::move(text));
  } else {
    transport_.send(std::move(text));
  }
  return std::nullopt;
}

void Calls::cancel(const jsonrpc::Id& id) {
  std::shared_ptr<Call> call;
  {
    const std::lock_guard lock(mutex_);
    const auto found = in_flight_.find(jsonrpc::id_text(id));
    if (found == in_flight_.end()) return;
    call = found->second;
  }
  call->cancelled = true;
  Responder(call, shared_from_this()).fail(ErrorCode::RequestCancelled, "The request was cancelled.");
}

bool Calls::empty() const {
  const std::lock_guard lock(mutex_);
  return in_flight_.empty() && null_ids_ == 0;
}

std::map<std::string, MethodCounts> Calls::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

void Calls::finish(Call& call, std::string text) {
  const auto took = since(call.arrived);
  {
    const std::lock_guard lock(mutex_);
    if (std::holds_alternative<std::nullptr_t>(call.id)) {
      --null_ids_;
    } else {
      in_flight_.erase(jsonrpc::id_text(call.id));  // before the answer: the client may use the id again at once
    }
    auto& counts = counts_[call.method];
    ++counts.count;
    counts.total += took;
    counts.slowest = std::max(counts.slowest, took);
  }
  if (closed_) return;
  report(call, text.size());
  if (call.batch) {
    call.batch->add(std::move(text));
  } else {
    transport_.send(std::move(text));
  }
}

void Calls::report(const Call& call, std::size_t bytes) {
  const auto took = since(call.arrived);
  const auto level = took > slow ? LogLevel::Info : LogLevel::Debug;
  std::string line = "answered method=" + call.method + " id=" + jsonrpc::id_text(call.id) + " us=" + std::to_string(took.count()) +
                     " bytes=" + std::to_string(bytes) + (call.cancelled ? " cancelled" : "");
  log(level, line);
  if (trace_ == TraceLevel::Off) return;
  jsonrpc::Writer params;
  params.begin_object().key("message").text(call.method + " took " + std::to_string(took.count()) + " µs");
  if (trace_ == TraceLevel::Verbose) params.key("verbose").text(line);
  transport_.send(jsonrpc::notification_text(lsp::log_trace, params.end_object().take()));
}

void Batch::add(std::string text) {
  const std::lock_guard lock(mutex_);
  texts_ += texts_.empty() ? "[" : ",";
  texts_ += text;
  if (--missing_ == 0) transport_.send(texts_ + ']');
}

}  // namespace slipway::host
