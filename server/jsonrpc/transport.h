#pragma once
// Where answers go. The loop and the pool send through this; tests pass one that collects.

#include <string>

namespace slipway::jsonrpc {

class Transport {
 public:
  virtual ~Transport() = default;
  /// Queues one message (the JSON text of a body). Never blocks; any thread; messages leave in the order of the calls.
  virtual void send(std::string body) = 0;
};

}  // namespace slipway::jsonrpc
