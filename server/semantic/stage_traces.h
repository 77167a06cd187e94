#pragma once
// What the stages of a document did when they were played through, remembered from version to version: an edit plays the stages that it
// touched and those that stand on them. Private to semantic/.

#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "semantic/build_trace.h"

namespace slipway::semantic {

/// One for all versions of a document; used by any thread.
class StageTraces {
 public:
  /// By a hash of all that a stage's trace follows from. Instructions count from the stage's FROM, ranges from the begin of their
  /// instruction.
  using ByContent = std::unordered_map<std::uint64_t, std::shared_ptr<const BuildTrace>>;

  /// Those of the version that was played last.
  [[nodiscard]] std::shared_ptr<const ByContent> newest() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return newest_;
  }
  void keep(ByContent traces) {
    auto fresh = std::make_shared<const ByContent>(std::move(traces));
    const std::lock_guard<std::mutex> lock(mutex_);
    newest_.swap(fresh);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const ByContent> newest_ = std::make_shared<const ByContent>();
};

}  // namespace slipway::semantic
