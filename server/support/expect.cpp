#include "support/expect.h"

#include <cstdlib>
#include <mutex>
#include <set>
#include <string>

#include "support/log.h"

namespace slipway {

bool expect(bool condition, std::string_view id) {
  if (condition) return true;
#ifndef NDEBUG
  log(LogLevel::Error, std::string("broken invariant: ") += id);
  std::abort();
#else
  static std::mutex mutex;
  static std::set<std::string, std::less<>> reported;
  const std::lock_guard lock(mutex);
  if (reported.emplace(id).second) log(LogLevel::Error, std::string("broken invariant: ") += id);
  return false;
#endif
}

}  // namespace slipway
