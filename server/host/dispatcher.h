#pragma once
// Finds the row of a message and runs it, or says why not. Knows no method but by its row. Used on the loop only.

#include <memory>

#include "host/session.h"
#include "jsonrpc/message.h"

namespace slipway::host {

class Dispatcher {
 public:
  Dispatcher(Session& session, jsonrpc::Transport& transport) : session_(session), transport_(transport) {}

  void dispatch(jsonrpc::Packet packet);

 private:
  void on_request(jsonrpc::Request request, std::shared_ptr<Batch> batch);
  void on_notification(const jsonrpc::Notification& notification);

  Session& session_;
  jsonrpc::Transport& transport_;
};

}  // namespace slipway::host
