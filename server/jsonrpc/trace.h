#pragma once
// Writes both directions of a session as JSON Lines, one message a line with its time, for replay and for bug reports.

#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "support/result.h"

namespace slipway::jsonrpc {

enum class Direction { FromClient, FromServer };

/// A trace file. Any thread may record.
class Trace {
 public:
  [[nodiscard]] static Result<std::shared_ptr<Trace>> open(const std::string& path);

  /// `body` is the body of a frame: JSON, or whatever the client sent in its place.
  void record(Direction direction, std::string_view body);

 private:
  std::mutex mutex_;
  std::ofstream file_;
};

}  // namespace slipway::jsonrpc
