// hadolint's DL1001. Switching off a finding beside its instruction.

#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  for (const auto comment : context.analysis.comments) {
    auto text = trim(context.analysis.source.slice(comment));
    while (!text.empty() && (text.front() == '#' || is_space(text.front()))) text.remove_prefix(1);
    constexpr std::string_view pragma = "hadolint";
    if (text.substr(0, pragma.size()) != pragma) continue;
    const auto rest = trim(text.substr(pragma.size()));
    constexpr std::string_view ignore = "ignore";
    if (rest.size() == text.size() - pragma.size() || rest.substr(0, ignore.size()) != ignore) continue;
    if (trim(rest.substr(ignore.size())).substr(0, 1) != "=") continue;
    report.at(comment).say(
        "A finding is switched off beside its instruction. Where that is not wanted, switch rules off in the configuration.");
  }
}

}  // namespace

extern const Rule inline_ignore;
const Rule inline_ignore = {
    .name = "inline-ignore",
    .aliases = {"hadolint/DL1001"},
    .level = Level::Info,
    .scope = Scope::File,
    .fix = std::nullopt,
    .enabled = Default::Off,
    .summary = "A comment switches findings of hadolint off.",
    .why = "Some teams want all exceptions in one place, the configuration. The rule is off by default.",
    .check_file = check,
};

}  // namespace slipway::lint
