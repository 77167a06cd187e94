#include "cli/console.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "support/suggest.h"

namespace slipway::cli {

namespace {

constexpr lint::Palette colors = {
    .error = "\x1b[1;31m",
    .warning = "\x1b[1;33m",
    .info = "\x1b[1;36m",
    .hint = "\x1b[1;34m",
    .gutter = "\x1b[2m",
    .added = "\x1b[32m",
    .removed = "\x1b[31m",
    .strong = "\x1b[1m",
    .reset = "\x1b[0m",
};
constexpr lint::Palette plain = {};

bool terminal_wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* terminal = std::getenv("TERM");
  if (terminal != nullptr && std::string_view(terminal) == "dumb") return false;
  return isatty(STDOUT_FILENO) == 1;
}

}  // namespace

const lint::Palette& palette(ColorChoice choice) {
  if (choice == ColorChoice::Always) return colors;
  if (choice == ColorChoice::Never) return plain;
  return terminal_wants_color() ? colors : plain;
}

int complain(std::string_view sentence) {
  const auto line = "slipway: " + std::string(sentence) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
  return Failed;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const auto near = nearest(word, candidates);
  return near.empty() ? std::string() : " Did you mean '" + std::string(near) + "'?";
}

void print(std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); }

}  // namespace slipway::cli
