// tally's curl-should-follow-redirects.

#include <algorithm>

#include "catalog/package_managers.h"
#include "lint/command_words.h"
#include "lint/runs.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

/// Addresses that are numbers are servers of one's own, which do not redirect.
bool is_named(std::string_view word) {
  const auto scheme = word.find("://");
  if (scheme == std::string_view::npos) return false;
  const auto host = word.substr(scheme + 3, word.find_first_of(":/", scheme + 3) - scheme - 3);
  return host != "localhost" && std::any_of(host.begin(), host.end(), is_letter);
}

void check(const Run& run, Report& report) {
  const auto* tool = catalog::find_download_tool("curl");
  for (const auto& command : run.script.commands) {
    if (command.program() != "curl" || has_flag(command, tool->redirects) || has_flag(command, tool->lookups) ||
        has_flag(command, "X request K config") || may_hold_flags(command))
      continue;
    if (std::none_of(command.arguments.begin(), command.arguments.end(), [](const shell::Argument& word) { return is_named(word.text); }))
      continue;
    auto finding = report.at(command.name.range);
    finding.say(
        "When the address moves, the server answers with the new one, and without `-L` curl stores that answer instead of the file.");
    if (auto fix = insert_behind(run, command, command.name, "-L")) finding.fix(std::move(*fix));
  }
}

}  // namespace

extern const Rule curl_without_location;
const Rule curl_without_location = {
    .name = "curl-without-location",
    .aliases = {},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = Safety::Safe,
    .enabled = Default::Off,
    .summary = "curl does not follow redirects.",
    .why =
        "Addresses of downloads move, and servers point to the new place. Some prefer to be told by a failure, which is why the rule is "
        "off by default; `-f` does not see a redirect as a failure.",
    .fix_note = "`-L` is added: the file is fetched from where the server points to.",
    .check_run = check,
};

}  // namespace slipway::lint
