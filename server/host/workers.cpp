#include "host/workers.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <string>
#include <thread>

#include "support/log.h"

namespace slipway::host {

namespace asio = boost::asio;

namespace {

/// How many tasks run in the pools.
struct Running {
  std::mutex mutex;
  std::condition_variable less;
  int count = 0;

  void begin() {
    const std::lock_guard lock(mutex);
    ++count;
  }
  void end() {
    const std::lock_guard lock(mutex);
    --count;
    less.notify_all();
  }
};

}  // namespace

struct Workers::Threads {
  Running running;
  asio::io_context loop{1};
  asio::executor_work_guard<asio::io_context::executor_type> alive{loop.get_executor()};
  asio::thread_pool pool{std::clamp(std::thread::hardware_concurrency(), 2U, 4U)};
  asio::thread_pool urgent{1};
};

namespace {

/// A fault in one task is one line in the log; a request that it leaves behind is answered by its Responder.
void run_task(Task& task) {
  try {
    task();
  } catch (const std::exception& fault) {
    log(LogLevel::Error, std::string("a task failed: ") + fault.what());
  }
}

}  // namespace

Workers::Workers() : threads_(std::make_unique<Threads>()) {}

Workers::~Workers() = default;

void Workers::post(Lane lane, Task task) {
  if (lane == Lane::Loop) return asio::post(threads_->loop, [task = std::move(task)]() mutable { run_task(task); });
  auto run = [task = std::move(task), &running = threads_->running]() mutable {
    running.begin();
    run_task(task);
    running.end();
  };
  asio::post(lane == Lane::Urgent ? threads_->urgent : threads_->pool, std::move(run));
}

void Workers::after(std::chrono::milliseconds delay, Task task) {
  auto timer = std::make_unique<asio::steady_timer>(threads_->loop, delay);
  auto& waiting = *timer;
  waiting.async_wait([timer = std::move(timer), task = std::move(task)](const boost::system::error_code& error) mutable {
    if (!error) run_task(task);
  });
}

void Workers::run() { threads_->loop.run(); }

void Workers::stop() { threads_->loop.stop(); }

bool Workers::end_pools(std::chrono::milliseconds patience) {
  threads_->pool.stop();
  threads_->urgent.stop();
  std::unique_lock lock(threads_->running.mutex);
  if (!threads_->running.less.wait_for(lock, patience, [this] { return threads_->running.count == 0; })) return false;
  lock.unlock();
  threads_->pool.join();
  threads_->urgent.join();
  return true;
}

}  // namespace slipway::host
