#include "lint/shellcheck_rule.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "support/strings.h"

namespace slipway::lint {

namespace {

constexpr std::string_view origin = "shellcheck/";

void find_nothing(const Context& /*context*/, Report& /*report*/) {}

}  // namespace

const Rule& shellcheck_rule() {
  static const Rule rule = {
      .name = "shellcheck",
      .aliases = {},
      .level = Level::Warning,
      .scope = Scope::File,
      .fix = Safety::Unsafe,
      .summary = "ShellCheck has something to say about a RUN.",
      .why = "ShellCheck knows the traps of the shell. Each of its messages has a page of its own.",
      .check_file = find_nothing,
  };
  return rule;
}

std::string_view shellcheck_alias(unsigned code) {
  static std::mutex mutex;
  static std::map<unsigned, std::string> known;  // nodes stay where they are
  const std::lock_guard lock(mutex);
  auto& name = known[code];
  if (name.empty()) name = std::string(origin) + "SC" + std::to_string(code);
  return name;
}

std::optional<unsigned> shellcheck_code(std::string_view name) {
  if (starts_with_ignoring_case(name, origin)) name.remove_prefix(origin.size());
  constexpr std::size_t letters = 2;
  constexpr std::size_t most_digits = 4;
  if (!starts_with_ignoring_case(name, "SC") || name.size() <= letters || name.size() > letters + most_digits) return std::nullopt;
  const auto digits = name.substr(letters);
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  return static_cast<unsigned>(std::stoul(std::string(digits)));
}

}  // namespace slipway::lint
