#include "host/client.h"

#include <utility>

#include "support/log.h"

namespace slipway::host {

void Client::request(std::string_view method, std::string_view params, Answer answer) {
  auto id = "slipway/" + std::to_string(++last_id_);  // unlike any id a client makes, for people who read traces
  waiting_.emplace(id, std::move(answer));
  transport_.send(jsonrpc::request_text(id, method, params));
}

void Client::on_response(const jsonrpc::Response& response) {
  const auto* id = std::get_if<std::string>(&response.id);
  const auto found = id == nullptr ? waiting_.end() : waiting_.find(*id);
  if (found == waiting_.end()) {
    log(LogLevel::Info, "an answer to nothing id=" + jsonrpc::id_text(response.id));
    return;
  }
  const auto answer = std::move(found->second);
  waiting_.erase(found);
  answer(response.result);
}

}  // namespace slipway::host
