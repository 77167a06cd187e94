// hadolint's DL3011. BuildKit refuses most of these; its error then carries the number.

#include <algorithm>

#include "lint/declared.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

constexpr unsigned long highest_port = 65535;
constexpr std::size_t most_digits = 5;

bool is_too_high(std::string_view number) {
  if (number.empty() || !std::all_of(number.begin(), number.end(), is_digit)) return false;
  return number.size() > most_digits + 3 || std::stoul(std::string(number)) > highest_port;
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != syntax::Keyword::Expose) return;
  for (const auto& word : entry.syntax().words) {
    const std::string_view text = without_quotes(word.text);
    const auto ports = split(text.substr(0, text.find('/')), '-');
    if (std::none_of(ports.begin(), ports.end(), is_too_high)) continue;
    report.at(on_first_line(context.analysis, entry, entry.place(word.range))).say("There is no such port: ports are numbers up to 65535.");
    return;
  }
}

}  // namespace

extern const Rule port_out_of_range;
const Rule port_out_of_range = {
    .name = "port-out-of-range",
    .aliases = {"hadolint/DL3011"},
    .level = Level::Error,
    .scope = Scope::Instruction,
    .fix = std::nullopt,
    .summary = "EXPOSE names a port that cannot exist.",
    .why = "A port is a number of 16 bits. Nothing can listen on a higher one, and the build fails.",
    .covered_by = {"buildkit-error"},
    .check_instruction = check,
};

}  // namespace slipway::lint
