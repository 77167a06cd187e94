#pragma once
// Requests in flight. That each is answered exactly once is a property of the type `Responder`, not of discipline.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "jsonrpc/message.h"
#include "jsonrpc/transport.h"

namespace slipway::host {

class Calls;
class Batch;

/// One request; shared by its responder and the table of requests in flight.
struct Call {
  jsonrpc::Id id;
  std::string method;
  std::chrono::steady_clock::time_point arrived;
  std::shared_ptr<Batch> batch;  ///< null for a request that came alone
  std::atomic<bool> answered{false};
  std::atomic<bool> cancelled{false};
};

/// The right, and the duty, to answer one request. Destroyed unused it answers InternalError; after a cancellation its answer is
/// dropped, since -32800 went out already. Any thread, one at a time.
class Responder {
 public:
  /// For notifications: nobody waits.
  Responder() = default;
  Responder(std::shared_ptr<Call> call, std::shared_ptr<Calls> calls) : call_(std::move(call)), calls_(std::move(calls)) {}
  ~Responder();
  Responder(Responder&& other) noexcept = default;
  Responder& operator=(Responder&& other) = delete;

  /// `json` is the result's JSON text.
  void result(std::string_view json);
  void fail(jsonrpc::ErrorCode code, std::string message);

  /// True when nobody waits for the answer any more: queued work can be skipped.
  [[nodiscard]] bool is_cancelled() const { return call_ && call_->cancelled; }
  /// To be looked at by long work; null for notifications. Lives as long as the responder.
  [[nodiscard]] const std::atomic<bool>* cancelled() const { return call_ ? &call_->cancelled : nullptr; }

 private:
  std::shared_ptr<Call> call_;
  std::shared_ptr<Calls> calls_;
};

/// What `slipway/status` tells about a method.
struct MethodCounts {
  std::uint64_t count = 0;
  std::chrono::microseconds total{0};
  std::chrono::microseconds slowest{0};
};

/// How much a client wants to be told about each request ($/setTrace).
enum class TraceLevel { Off, Messages, Verbose };

/// The requests in flight. Any thread.
class Calls : public std::enable_shared_from_this<Calls> {
 public:
  explicit Calls(jsonrpc::Transport& transport) : transport_(transport) {}

  /// Registers a request; nothing when its id is in flight already (then an error was sent).
  [[nodiscard]] std::optional<Responder> begin(jsonrpc::Id id, std::string method, std::shared_ptr<Batch> batch);
  /// Answers -32800 if the request still waits.
  void cancel(const jsonrpc::Id& id);
  [[nodiscard]] bool empty() const;
  /// No answer goes out any more.
  void close() { closed_ = true; }
  void set_trace(TraceLevel level) { trace_ = level; }
  [[nodiscard]] std::map<std::string, MethodCounts> counts() const;

 private:
  friend class Responder;
  void finish(Call& call, std::string text);
  void report(const Call& call, std::size_t bytes);

  jsonrpc::Transport& transport_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<Call>> in_flight_;  ///< by the id's JSON text; requests with id null are not in it
  std::size_t null_ids_ = 0;
  std::map<std::string, MethodCounts> counts_;
  std::atomic<bool> closed_{false};
  std::atomic<TraceLevel> trace_{TraceLevel::Off};
};

/// Answers to a batch, sent together when the last is there (JSON-RPC 2.0, "Batch").
class Batch {
 public:
  Batch(jsonrpc::Transport& transport, std::size_t expected) : transport_(transport), missing_(expected) {}
  void add(std::string text);

 private:
  jsonrpc::Transport& transport_;
  std::mutex mutex_;
  std::size_t missing_;
  std::string texts_;
};

}  // namespace slipway::host
