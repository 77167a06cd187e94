#include "host/workers.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <exception>
#include <string>
#include <thread>

#include "support/log.h"

namespace slipway::host {

namespace asio = boost::asio;

struct Workers::Threads {
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

Workers::~Workers() {
  threads_->pool.stop();
  threads_->urgent.stop();
  threads_->pool.join();
  threads_->urgent.join();
}

void Workers::post(Lane lane, Task task) {
  auto run = [task = std::move(task)]() mutable { run_task(task); };
  switch (lane) {
    case Lane::Loop: asio::post(threads_->loop, std::move(run)); return;
    case Lane::Urgent: asio::post(threads_->urgent, std::move(run)); return;
    case Lane::Pool: asio::post(threads_->pool, std::move(run)); return;
  }
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

}  // namespace slipway::host
