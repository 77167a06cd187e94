#include "syntax/signal_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "support/strings.h"
#include "syntax/go_text.h"

namespace slipway::syntax {

namespace {

constexpr std::array<std::string_view, 36> names = {
    "ABRT", "ALRM", "BUS",  "CHLD", "CLD",  "CONT", "FPE",    "HUP",    "ILL",  "INT",  "IO",    "IOT",
    "KILL", "PIPE", "POLL", "PROF", "PWR",  "QUIT", "SEGV",   "STKFLT", "STOP", "SYS",  "TERM",  "TRAP",
    "TSTP", "TTIN", "TTOU", "URG",  "USR1", "USR2", "VTALRM", "WINCH",  "XCPU", "XFSZ", "RTMIN", "RTMAX",
};

/// `RTMIN+1` … `RTMIN+15`, `RTMAX-1` … `RTMAX-14`, without leading zeros.
bool is_real_time(std::string_view name) {
  constexpr std::size_t prefix_length = 6;
  const auto prefix = name.substr(0, prefix_length);
  const auto digits = name.substr(std::min(prefix_length, name.size()));
  const auto number = parse_go_unsigned(digits, 10, 32);
  if (!number || digits.front() == '0') return false;
  return (prefix == "RTMIN+" && *number <= 15) || (prefix == "RTMAX-" && *number <= 14);
}

}  // namespace

bool is_signal(std::string_view text) {
  const auto number = parse_go_integer(text, 64);
  if (!number.error) return number.value != 0;
  const auto upper = to_upper(text);
  std::string_view name = upper;
  if (name.substr(0, 3) == "SIG") name.remove_prefix(3);
  return std::find(names.begin(), names.end(), name) != names.end() || is_real_time(name);
}

}  // namespace slipway::syntax
