#include "support/log.h"

#include <cstdio>
#include <string>

namespace slipway {

namespace {
LogLevel threshold = LogLevel::Info;
}

void set_log_level(LogLevel level) { threshold = level; }

void log(LogLevel level, std::string_view line) {
  if (level > threshold) return;
  std::string out = "slipway: ";
  out += line;
  out += '\n';
  std::fwrite(out.data(), 1, out.size(), stderr);  // one call, so that lines of two threads do not mix
}

}  // namespace slipway
