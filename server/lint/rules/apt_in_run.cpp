// hadolint's DL3027. apt is made for people at a terminal.

#include "catalog/package_managers.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

constexpr std::string_view same_in_get =
    "install remove update upgrade full-upgrade autoremove purge clean autoclean reinstall build-dep source download changelog";
constexpr std::string_view same_in_cache = "search show policy depends rdepends";

/// The program for scripts that knows the verb; empty where neither does.
std::string_view for_scripts(const shell::Command& command) {
  const auto verb = command.subcommand();
  if (verb == "full-upgrade") return {};
  if (catalog::is_listed(same_in_get, verb)) return "apt-get";
  return catalog::is_listed(same_in_cache, verb) ? "apt-cache" : "";
}

void check(const Run& run, Report& report) {
  const shell::Command* first = nullptr;
  Fix fix{"Change apt to apt-get", Safety::Safe, {}};
  bool all_known = true;
  for (const auto& command : run.script.commands) {
    if (command.program() != "apt") continue;
    if (first == nullptr) first = &command;
    const auto instead = for_scripts(command);
    all_known = all_known && !instead.empty() && run.editable(command) && command.name.text == "apt";
    fix.edits.push_back({command.name.range, std::string(instead)});
  }
  if (first == nullptr) return;
  auto finding = report.at(first->name.range);
  finding.say(
      "`apt` is made for people at a terminal, and its options and output may change at any time. Scripts use `apt-get` and `apt-cache`.");
  if (all_known) finding.fix(std::move(fix));
}

}  // namespace

extern const Rule apt_in_run;
const Rule apt_in_run = {
    .name = "apt-in-run",
    .aliases = {"hadolint/DL3027"},
    .level = Level::Info,
    .scope = Scope::Run,
    .fix = Safety::Safe,
    .summary = "A RUN calls `apt` instead of `apt-get`.",
    .why = "The manual of apt says that its command line may change between versions. apt-get does the same and stays as it is.",
    .fix_note = "Every `apt` of the RUN becomes `apt-get` or `apt-cache`, if all their verbs are known there.",
    .peers = "One finding a RUN, at the first `apt`.",
    .check_run = check,
};

}  // namespace slipway::lint
