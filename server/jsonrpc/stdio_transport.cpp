#include "jsonrpc/stdio_transport.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

#include "jsonrpc/framing.h"
#include "support/log.h"

namespace slipway::jsonrpc {

/// The queue of bodies and the thread that writes them.
struct StdioTransport::Output {
  explicit Output(int descriptor) : file(descriptor) {}

  const int file;
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::string> queue;
  bool closing = false;  ///< write what is queued, then end
  bool done = false;

  void run();
  bool write_frames(const std::deque<std::string>& bodies) const;
  bool write_all(std::string_view bytes) const;
};

bool StdioTransport::Output::write_all(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      pollfd ready{file, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return false;  // nobody reads any more; the end of the input follows
    }
  }
  return true;
}

bool StdioTransport::Output::write_frames(const std::deque<std::string>& bodies) const {
  constexpr std::size_t worth_copying = std::size_t{64} << 10U;  // small frames leave together, large ones without a copy
  std::string bytes;
  for (const auto& body : bodies) {
    bytes += frame_header(body.size());
    if (body.size() < worth_copying) {
      bytes += body;
      continue;
    }
    if (!write_all(bytes) || !write_all(body)) return false;
    bytes.clear();
  }
  return write_all(bytes);
}

void StdioTransport::Output::run() {
  std::unique_lock lock(mutex);
  for (bool open = true;;) {
    changed.wait(lock, [this] { return closing || !queue.empty(); });
    if (queue.empty()) break;
    const auto batch = std::exchange(queue, {});
    lock.unlock();
    open = open && write_frames(batch);
    lock.lock();
  }
  done = true;
  changed.notify_all();
}

StdioTransport::StdioTransport(int input, int output, std::shared_ptr<Trace> trace)
    : input_(input), trace_(std::move(trace)), output_(std::make_shared<Output>(output)) {
  std::array<int, 2> ends{-1, -1};
  if (::pipe(ends.data()) != 0) log(LogLevel::Error, "no pipe for waking the reader");
  wake_read_ = ends[0];
  wake_write_ = ends[1];
  for (const int end : ends) {
    if (end >= 0) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  }
  writer_ = std::thread([shared = output_] { shared->run(); });
}

StdioTransport::~StdioTransport() { stop(std::chrono::milliseconds(0)); }

void StdioTransport::start(Receiver receiver) {
  reader_ = std::thread([this, receiver = std::move(receiver)] {
    read_all(receiver);
    receiver.end();
  });
}

void StdioTransport::send(std::string body) {
  if (trace_) trace_->record(Direction::FromServer, body);
  {
    const std::lock_guard lock(output_->mutex);
    if (output_->closing) return;
    output_->queue.push_back(std::move(body));
  }
  output_->changed.notify_one();
}

bool StdioTransport::wait_for_input() const {
  std::array<pollfd, 2> watched{pollfd{input_, POLLIN, 0}, pollfd{wake_read_, POLLIN, 0}};
  for (;;) {
    const int ready = ::poll(watched.data(), watched.size(), -1);
    if (ready < 0 && errno == EINTR) continue;
    return ready > 0 && watched[1].revents == 0;
  }
}

void StdioTransport::read_all(const Receiver& receiver) {
  FrameDecoder decoder;
  std::string chunk(std::size_t{64} << 10U, '\0');
  while (wait_for_input()) {
    const auto count = ::read(input_, chunk.data(), chunk.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return;
    decoder.feed(std::string_view(chunk).substr(0, static_cast<std::size_t>(count)));
    while (auto found = decoder.next()) {
      if (const auto* error = std::get_if<FrameError>(&*found)) {
        Packet packet;
        packet.messages.emplace_back(Invalid{nullptr, {ErrorCode::ParseError, error->message}});
        receiver.packet(std::move(packet));
        continue;
      }
      const auto& body = std::get<Frame>(*found).body;
      if (trace_) trace_->record(Direction::FromClient, body);
      receiver.packet(parse_packet(body));
    }
  }
}

void StdioTransport::stop(std::chrono::milliseconds patience) {
  if (!writer_.joinable()) return;
  ::close(wake_write_);
  if (reader_.joinable()) reader_.join();
  ::close(wake_read_);
  bool drained = false;
  {
    std::unique_lock lock(output_->mutex);
    output_->closing = true;
    output_->changed.notify_all();
    drained = output_->changed.wait_for(lock, patience, [this] { return output_->done; });
  }
  if (drained) {
    writer_.join();
  } else {
    writer_.detach();  // stuck in a write; it owns its part of the queue and ends with the process
  }
}

}  // namespace slipway::jsonrpc
