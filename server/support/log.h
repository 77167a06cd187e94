#pragma once
// One line an event on standard error; standard output belongs to the protocol and to results.

#include <string_view>

namespace slipway {

enum class LogLevel { Error, Info, Debug };

/// Lines above this level are dropped. Set once at start-up, before threads exist.
void set_log_level(LogLevel level);

/// Writes one line; safe from any thread.
void log(LogLevel level, std::string_view line);

}  // namespace slipway
