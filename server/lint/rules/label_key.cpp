// hadolint's DL3048, after Docker's guidelines for label keys.

#include <algorithm>
#include <array>

#include "lint/declared.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

constexpr auto reserved = std::to_array<std::string_view>({"com.docker.", "io.docker.", "org.dockerproject."});

/// What is wrong with a key; empty for a good one.
std::string_view complaint(std::string_view key) {
  const auto is_lower = [](char c) { return is_letter(c) && c >= 'a'; };
  const auto is_good = [&](char c) { return is_lower(c) || is_digit(c) || std::string_view(".-_/").find(c) != std::string_view::npos; };
  if (key.empty() || !std::all_of(key.begin(), key.end(), is_good))
    return "has other characters than lower-case letters, digits, `.`, `-`, `_` and `/`";
  if (!is_lower(key.front()) || (!is_lower(key.back()) && !is_digit(key.back())))
    return "must begin with a lower-case letter and end with a letter or digit";
  if (key.find("..") != std::string_view::npos || key.find("--") != std::string_view::npos) return "has two separators in a row";
  const bool is_reserved =
      std::any_of(reserved.begin(), reserved.end(), [&](std::string_view text) { return key.substr(0, text.size()) == text; });
  return is_reserved ? "begins with a name that Docker keeps for itself" : "";
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != syntax::Keyword::Label) return;
  for (const auto& pair : entry.syntax().pairs) {
    const auto key = without_quotes(pair.key.text);
    const auto wrong = complaint(key);
    if (wrong.empty() || has_declared_variable(context, id, pair.key.range)) continue;
    report.at(entry.place(pair.key.range))
        .say("The label's key '" + std::string(key) + "' " + std::string(wrong) + ". Tools that select by labels may not find it.");
  }
}

}  // namespace

extern const Rule label_key;
const Rule label_key = {
    .name = "label-key",
    .aliases = {"hadolint/DL3048"},
    .level = Level::Hint,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Label},
    .fix = std::nullopt,
    .summary = "A label's key does not follow the rules for keys.",
    .why = "Docker's guidelines for keys are what tools build on: lower case, dots between parts, none of Docker's own name spaces.",
    .peers = "One finding a key; a key with a variable that ARG or ENV sets is not judged.",
    .check_instruction = check,
};

}  // namespace slipway::lint
