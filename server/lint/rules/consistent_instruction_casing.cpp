// BuildKit's ConsistentInstructionCasing (dockerfile2llb/validations.go, validateCommandCasing); the message is BuildKit's own. ARGs before
// the first FROM neither count nor are reported; nor are words that are no instructions: a file with one has an error, and BuildKit never
// comes to this check.

#include <algorithm>

#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

enum class Casing { Lower, Upper };

bool has_upper(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool has_lower(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Casing majority(const Context& context, std::uint32_t first) {
  std::size_t lower = 0;
  std::size_t upper = 0;
  for (auto i = first; i < context.analysis.instructions.size(); ++i) {
    const auto& entry = context.analysis.instructions[i];
    const auto& word = entry.syntax().written_keyword;
    if (entry.keyword() == syntax::Keyword::Unknown) continue;
    if (!has_upper(word)) {
      ++lower;
    } else if (!has_lower(word)) {
      ++upper;
    }
  }
  return lower > upper ? Casing::Lower : Casing::Upper;
}

void check(const Context& context, Report& report) {
  if (context.model.stages.empty()) return;
  const auto first = context.model.stages.front().from.value;
  const auto casing = majority(context, first);
  for (auto i = first; i < context.analysis.instructions.size(); ++i) {
    const auto& entry = context.analysis.instructions[i];
    const auto& word = entry.syntax().written_keyword;
    if (entry.keyword() == syntax::Keyword::Unknown || (casing == Casing::Lower ? !has_upper(word) : !has_lower(word))) continue;
    const auto right = casing == Casing::Lower ? to_lower(word) : to_upper(word);
    const auto keyword = entry.place(entry.syntax().keyword_range);
    report.at(on_first_line(context.analysis, entry, keyword))
        .say("Command '" + word + "' should match the case of the command majority (" +
             (casing == Casing::Lower ? "lowercase" : "uppercase") + ")")
        .fix(replace(keyword, right, "Change to '" + right + "'"));
  }
}

}  // namespace

extern const Rule consistent_instruction_casing;
const Rule consistent_instruction_casing = {
    .name = "consistent-instruction-casing",
    .aliases = {"buildkit/ConsistentInstructionCasing"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Safe,
    .summary = "Instructions are written partly in upper case and partly in lower case.",
    .why =
        "BuildKit reads instructions in any case, people read a file more easily where they look alike. Upper case is the custom, since it "
        "sets instructions apart "
        "from their arguments.",
    .fix_note = "The instruction is written as most others of the file are.",
    .check_file = check,
};

}  // namespace slipway::lint
