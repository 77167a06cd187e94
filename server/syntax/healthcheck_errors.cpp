// HEALTHCHECK (frontend/dockerfile/instructions/parse.go, parseHealthcheck).

#include "support/strings.h"
#include "syntax/go_duration.h"
#include "syntax/go_text.h"
#include "syntax/instruction_errors.h"

namespace slipway::syntax {

namespace {

void add_interval_error(const Flag& flag, InstructionErrors& errors) {
  constexpr std::int64_t millisecond = 1'000'000;
  const auto duration = parse_go_duration(*flag.value);
  if (duration.error) return errors.add(*duration.error, flag.value_range);
  if (duration.nanoseconds != 0 && duration.nanoseconds < millisecond) {
    errors.add("Interval " + go_quote(flag.name) + " cannot be less than 1ms", flag.value_range);
  }
}

void add_retries_error(const Flag& flag, InstructionErrors& errors) {
  const auto number = parse_go_integer(*flag.value, 32);
  if (number.error) return errors.add(go_integer_error(*flag.value, *number.error), flag.value_range);
  if (number.value < 0) errors.add("--retries cannot be negative (" + std::to_string(number.value) + ")", flag.value_range);
}

}  // namespace

void add_healthcheck_errors(const Instruction& instruction, InstructionErrors& errors) {
  const auto& words = instruction.words;
  if (words.empty()) return errors.add("HEALTHCHECK requires at least one argument", instruction.keyword_range);
  const auto& type = words.front();
  if (equals_ignoring_case(type.text, "NONE")) {
    if (words.size() > 1) errors.add("HEALTHCHECK NONE takes no arguments", words[1].range);
    return;
  }
  add_flag_errors(instruction, errors);
  if (!equals_ignoring_case(type.text, "CMD")) {
    errors.add("Unknown type " + go_quote(to_upper(type.text)) + " in HEALTHCHECK (try CMD)", type.range);
  } else if (words.size() == 1) {
    errors.add("Missing command after HEALTHCHECK CMD", type.range);
  }
  for (const std::string_view name : {"interval", "timeout", "start-period", "start-interval"}) {
    const auto* flag = instruction.flag(name);
    if (flag != nullptr && flag->value && !flag->value->empty()) add_interval_error(*flag, errors);
  }
  const auto* retries = instruction.flag("retries");
  if (retries != nullptr && retries->value && !retries->value->empty()) add_retries_error(*retries, errors);
}

}  // namespace slipway::syntax
