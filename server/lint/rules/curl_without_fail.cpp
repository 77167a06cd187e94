// curl's manual: without -f an error page is a success.

#include <algorithm>

#include "catalog/package_managers.h"
#include "lint/command_words.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

bool is_piped(const Run& run, const shell::Command& command) {
  const auto& commands = run.script.commands;
  const auto next =
      std::find_if(commands.begin(), commands.end(), [&](const shell::Command& other) { return other.range.begin >= command.range.end; });
  return next != commands.end() && next->join == shell::Join::Pipe;
}

void check(const Run& run, Report& report) {
  const auto* tool = catalog::find_download_tool("curl");
  for (const auto& command : run.script.commands) {
    if (command.program() != "curl" ||
        has_flag(command, "f fail fail-with-body fail-early I head w write-out X request d data T upload-file K config") ||
        has_flag(command, tool->lookups))
      continue;
    // What is only looked at or sent needs no file, and what a variable holds may be the option.
    const bool keeps = has_flag(command, tool->output) ||
                       std::any_of(command.redirections.begin(), command.redirections.end(),
                                   [](const shell::Redirection& redirection) { return redirection.op == ">" || redirection.op == ">>"; });
    const bool unsure = std::any_of(command.arguments.begin(), command.arguments.end(),
                                    [](const shell::Argument& word) { return word.has_expansion && word.text.substr(0, 1) == "$"; });
    const bool piped = is_piped(run, command);
    if ((!keeps && !piped) || unsure || command.conditional) continue;
    auto finding = report.at(command.name.range);
    finding.say(std::string("When the server answers with an error, curl takes its error page for the file and reports success") +
                (piped ? ", and the next command reads that." : ".") + " Add `-f`.");
    if (auto fix = insert_behind(run, command, command.name, "-f")) finding.fix(std::move(*fix));
  }
}

}  // namespace

extern const Rule curl_without_fail;
const Rule curl_without_fail = {
    .name = "curl-without-fail",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::Run,
    .fix = Safety::Safe,
    .summary = "curl takes an error page for the file.",
    .why =
        "A file that is gone, or a server that is busy, gives a page in HTML with the status 404 or 503. Without `-f` that page is stored, "
        "and the build fails much later, or not at all.",
    .fix_note = "`-f` is added: the step fails where the download does.",
    .check_run = check,
};

}  // namespace slipway::lint
