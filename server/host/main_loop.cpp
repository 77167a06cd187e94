#include "host/main_loop.h"

#ifdef __linux__
#include <malloc.h>
#endif

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include "host/dispatcher.h"
#include "host/session.h"
#include "jsonrpc/stdio_transport.h"
#include "support/log.h"

namespace slipway::host {

namespace {

constexpr std::chrono::seconds parent_check(2);
constexpr std::chrono::milliseconds patience_with_work(1000);    ///< how long requests in flight may take to be answered when we leave
constexpr std::chrono::milliseconds patience_with_client(1000);  ///< how long a client may take to read what is queued then

/// Memory for threads that take turns: one arena instead of one for each, and what a large answer took goes back to the system.
void spare_memory() {
#ifdef M_ARENA_MAX
  constexpr int large = 1 << 20;
  ::mallopt(M_ARENA_MAX, 1);
  ::mallopt(M_MMAP_THRESHOLD, large);
#endif
}

class MainLoop {
 public:
  MainLoop(int input, int output, std::shared_ptr<jsonrpc::Trace> trace)
      : transport_(input, output, std::move(trace)), session_(workers_, transport_), dispatcher_(session_, transport_) {
    session_.leave = [this](int code) { leave(code); };
  }

  int run() {
    transport_.start({
        [this](jsonrpc::Packet packet) {
          workers_.on_loop([this, packet = std::move(packet)]() mutable { on_packet(std::move(packet)); });
        },
        [this] { workers_.on_loop([this] { leave(session_.phase == Phase::ShuttingDown ? 0 : 1); }); },
    });
    watch_parent();
    workers_.run();
    session_.calls->close();
    session_.diagnostics.cancel_all();
    transport_.stop(patience_with_client);
    log(LogLevel::Info, "gone code=" + std::to_string(exit_code_));
    if (!workers_.end_pools(patience_with_work)) std::_Exit(exit_code_);
    return exit_code_;
  }

 private:
  void on_packet(jsonrpc::Packet packet) {
    if (!leaving_) dispatcher_.dispatch(std::move(packet));
  }

  /// Requests in flight get their answers first, within limits.
  void leave(int code) {
    if (leaving_) return;
    leaving_ = true;
    exit_code_ = code;
    wait_for_answers(std::chrono::steady_clock::now() + patience_with_work);
  }

  void wait_for_answers(std::chrono::steady_clock::time_point deadline) {
    if (session_.calls->empty() || std::chrono::steady_clock::now() > deadline) return workers_.stop();
    workers_.after(std::chrono::milliseconds(2), [this, deadline] { wait_for_answers(deadline); });
  }

  void watch_parent() {
    const auto parent = static_cast<pid_t>(session_.parent);
    if (parent > 0 && ::kill(parent, 0) != 0 && errno == ESRCH) {
      log(LogLevel::Info, "the client's process is gone pid=" + std::to_string(parent));
      return leave(1);
    }
    workers_.after(parent_check, [this] { watch_parent(); });
  }

  Workers workers_;
  jsonrpc::StdioTransport transport_;
  Session session_;
  Dispatcher dispatcher_;
  bool leaving_ = false;
  int exit_code_ = 1;
};

}  // namespace

int serve(int input, int output, const std::string& trace_file) {
  std::signal(SIGPIPE, SIG_IGN);  // a client that is gone is an error of write, not our end
  spare_memory();
  std::shared_ptr<jsonrpc::Trace> trace;
  if (!trace_file.empty()) {
    auto opened = jsonrpc::Trace::open(trace_file);
    if (!opened.ok()) {
      log(LogLevel::Error, opened.error().message);
      return 2;
    }
    trace = opened.value();
  }
  return MainLoop(input, output, std::move(trace)).run();
}

}  // namespace slipway::host
