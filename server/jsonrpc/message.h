#pragma once
// JSON-RPC 2.0 messages: what a client sent, and the text of what we send. Knows no method.

#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace slipway::jsonrpc {

/// The id of a request: null, a number or a string, given back exactly as it came.
using Id = std::variant<std::nullptr_t, std::int64_t, std::string>;

/// Codes of JSON-RPC 2.0 and LSP 3.17 ("ErrorCodes").
enum class ErrorCode : std::int32_t {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  InternalError = -32603,
  ServerNotInitialized = -32002,
  RequestFailed = -32803,
  ContentModified = -32801,
  RequestCancelled = -32800,
};

struct ResponseError {
  ErrorCode code = ErrorCode::InternalError;
  std::string message;  ///< a sentence for the person at the client
};

/// A JSON value as it came; never null as a pointer.
using Value = std::shared_ptr<const nlohmann::json>;

struct Request {
  Id id;
  std::string method;
  Value params;
};

struct Notification {
  std::string method;
  Value params;
};

/// The answer to a request of ours.
struct Response {
  Id id;
  Value result;  ///< null for an error
};

/// Something that is no message; it is answered with this error.
struct Invalid {
  Id id;  ///< null when it could not be found
  ResponseError error;
};

using Message = std::variant<Request, Notification, Response, Invalid>;

/// What one frame brought: one message, or a batch.
struct Packet {
  std::vector<Message> messages;
  bool is_batch = false;
};

/// Arrays and objects inside each other beyond this depth are refused: nothing we understand is deeper.
inline constexpr std::size_t max_json_depth = 200;

/// Reads the body of a frame. Never fails: what cannot be read is an `Invalid` message.
[[nodiscard]] Packet parse_packet(std::string_view body);

/// The JSON text of a value.
[[nodiscard]] std::string to_text(const nlohmann::json& value);

/// The text of messages we send; `result` and `params` are JSON text.
[[nodiscard]] std::string response_text(const Id& id, std::string_view result);
[[nodiscard]] std::string error_text(const Id& id, const ResponseError& error);
[[nodiscard]] std::string notification_text(std::string_view method, std::string_view params);
[[nodiscard]] std::string request_text(const Id& id, std::string_view method, std::string_view params);

/// The id as JSON text, for messages and log lines.
[[nodiscard]] std::string id_text(const Id& id);

}  // namespace slipway::jsonrpc
