#pragma once
// The threads: one loop, which alone changes anything, and pools that read snapshots.

#include <chrono>
#include <memory>
#include <string_view>

#include "host/task.h"

namespace slipway::host {

/// Where a method runs. Loop: it changes something, or is a look into a table. Urgent: a person types on while it runs, so it never
/// waits behind a pass of the rules. Pool: everything else that reads.
enum class Lane { Loop, Urgent, Pool };

/// Runs tasks. `post` and `on_loop` may be called from any thread.
class Workers {
 public:
  Workers();
  ~Workers();

  void post(Lane lane, Task task);
  void on_loop(Task task) { post(Lane::Loop, std::move(task)); }
  /// On the loop, after a while. Called on the loop.
  void after(std::chrono::milliseconds delay, Task task);

  /// Runs the loop on this thread until `stop`.
  void run();
  /// Ends the loop. Called on the loop.
  void stop();
  /// Ends the pools after the loop has ended: queued tasks are dropped, running ones waited for. False when one runs on after
  /// `patience`; then nothing it may look at can be taken down.
  [[nodiscard]] bool end_pools(std::chrono::milliseconds patience);

 private:
  struct Threads;
  std::unique_ptr<Threads> threads_;
};

}  // namespace slipway::host
