#include "jsonrpc/trace.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

#include "jsonrpc/writer.h"

namespace slipway::jsonrpc {

namespace {

/// Now in UTC with milliseconds, as ISO 8601 has it.
std::string timestamp() {
  const auto now = std::chrono::system_clock::now();
  const auto seconds = std::chrono::system_clock::to_time_t(now);
  const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 40> text{};
  const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::snprintf(text.data() + length, text.size() - length, ".%03dZ", static_cast<int>(rest));
  return text.data();
}

}  // namespace

Result<std::shared_ptr<Trace>> Trace::open(const std::string& path) {
  auto trace = std::make_shared<Trace>();
  trace->file_.open(path, std::ios::binary | std::ios::trunc);
  if (!trace->file_) return Error{"The trace file " + path + " cannot be written."};
  return trace;
}

void Trace::record(Direction direction, std::string_view body) {
  Writer line;
  line.begin_object().key("time").text(timestamp());
  line.key("from").text(direction == Direction::FromClient ? "client" : "server");
  if (nlohmann::json::accept(body)) {
    std::string one_line(body);
    for (char& c : one_line) {
      if (c == '\n' || c == '\r') c = ' ';  // between tokens: inside JSON strings they are escaped
    }
    line.key("message").raw(one_line);
  } else {
    line.key("malformed").text(body);
  }
  line.end_object();
  const std::lock_guard lock(mutex_);
  file_ << line.take() << '\n' << std::flush;
}

}  // namespace slipway::jsonrpc
