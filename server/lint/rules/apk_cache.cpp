// hadolint's DL3019. apk keeps the lists of packages.

#include <algorithm>

#include "lint/command_words.h"
#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) {
  if (run.has_cache_at("/var/cache/apk")) return;
  each_call(run, catalog::PackageFamily::Apk, [&](const Invocation& call) {
    if (!call.installs() || has_flag(*call.command, call.manager->no_cache) || may_hold_flags(*call.command)) return;
    const auto packages = call.operands();
    const bool only_files = std::all_of(packages.begin(), packages.end(), [](const shell::Argument* word) {
      return word->text.size() > 4 && word->text.substr(word->text.size() - 4) == ".apk";
    });
    if (!packages.empty() && only_files) return;
    auto finding = report.at(call.verb_word->range);
    finding.say(
        "`apk add` without `--no-cache` reads a list of packages that another step has to fetch and remove. With the option it fetches the "
        "list for itself and keeps nothing.");
    // A RUN that cleans up by itself does no harm; the option is shorter.
    const auto cleans = [&](const shell::Command& command) {
      return command.program() == "rm" && command.range.begin > call.command->range.begin &&
             std::any_of(command.arguments.begin(), command.arguments.end(),
                         [](const shell::Argument& word) { return word.text.find("/var/cache") != std::string::npos; });
    };
    if (std::any_of(run.script.commands.begin(), run.script.commands.end(), cleans)) finding.level(Level::Hint);
    if (auto fix = insert_behind(run, *call.command, *call.verb_word, "--no-cache")) finding.fix(std::move(*fix));
  });
}

}  // namespace

extern const Rule apk_cache;
const Rule apk_cache = {
    .name = "apk-cache",
    .aliases = {"hadolint/DL3019"},
    .level = Level::Info,
    .scope = Scope::Run,
    .fix = Safety::Safe,
    .summary = "`apk add` without `--no-cache`.",
    .why =
        "`apk update` and then `apk add` leave the index of packages in the layer, or need a step that removes it. `--no-cache` does all "
        "three at once.",
    .fix_note = "`--no-cache` is put behind `add`.",
    .check_run = check,
};

}  // namespace slipway::lint
