#pragma once
// Frames over two file descriptors: a thread reads and blocks, another drains the queue of answers, so that a client that stops
// reading never stalls who answers. Knows no method.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "jsonrpc/message.h"
#include "jsonrpc/trace.h"
#include "jsonrpc/transport.h"

namespace slipway::jsonrpc {

/// Called on the reader's thread.
struct Receiver {
  std::function<void(Packet)> packet;
  std::function<void()> end;  ///< the stream has ended; called once, last
};

class StdioTransport final : public Transport {
 public:
  /// Takes the descriptors of the process's input and output; `trace` may be null.
  StdioTransport(int input, int output, std::shared_ptr<Trace> trace);
  ~StdioTransport() override;
  StdioTransport(const StdioTransport&) = delete;
  StdioTransport& operator=(const StdioTransport&) = delete;

  /// Begins to read.
  void start(Receiver receiver);
  void send(std::string body) override;
  /// Ends reading, and waits at most `patience` for a slow client to take what is queued.
  void stop(std::chrono::milliseconds patience);

 private:
  struct Output;

  void read_all(const Receiver& receiver);
  bool wait_for_input() const;

  int input_;
  int wake_read_ = -1;  ///< a pipe whose closing wakes the reader
  int wake_write_ = -1;
  std::shared_ptr<Trace> trace_;
  std::shared_ptr<Output> output_;  ///< shared with the writer, which may be stuck in a write when we leave
  std::thread reader_;
  std::thread writer_;
};

}  // namespace slipway::jsonrpc
