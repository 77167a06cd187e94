#pragma once
// What we say to the client of our own accord. Used on the loop only.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "jsonrpc/message.h"
#include "jsonrpc/transport.h"

namespace slipway::host {

class Client {
 public:
  using Answer = std::function<void(const jsonrpc::Value& result)>;

  explicit Client(jsonrpc::Transport& transport) : transport_(transport) {}

  /// `params` is JSON text.
  void notify(std::string_view method, std::string_view params) { transport_.send(jsonrpc::notification_text(method, params)); }
  /// `answer` is called on the loop when the client has answered; an error comes as null.
  void request(std::string_view method, std::string_view params, Answer answer);
  void on_response(const jsonrpc::Response& response);

 private:
  jsonrpc::Transport& transport_;
  std::map<std::string, Answer> waiting_;
  std::uint64_t last_id_ = 0;
};

}  // namespace slipway::host
