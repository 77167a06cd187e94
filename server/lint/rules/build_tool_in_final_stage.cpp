// Compilers and toolchains in the image that is shipped. Only where it is sure that nothing there needs them to start.

#include <algorithm>
#include <iterator>

#include "catalog/build_tools.h"
#include "lint/final_stage.h"
#include "lint/package_changes.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"
#include "syntax/image_reference.h"

namespace slipway::lint {

namespace {

using semantic::Stage;
using syntax::Keyword;

bool needs_any_of(const Start& start, std::string_view programs) {
  const auto list = split_words(programs);
  return std::any_of(start.words.begin(), start.words.end(),
                     [&](const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); });
}

/// `go install example.com/tool@v1` fetches a tool, and tools for Go often call Go; `go install ./...` builds what is here.
bool builds_here(const shell::Command& command) {
  if (!catalog::is_build_command(command.program(), command.subcommand())) return false;
  const bool fetches = command.subcommand() == "install" && (command.program() == "go" || command.program() == "cargo");
  if (!fetches) return true;
  return std::any_of(command.arguments.begin(), command.arguments.end(),
                     [](const shell::Argument& argument) { return !argument.text.empty() && argument.text.front() == '.'; });
}

/// The chain builds the program or copies it from elsewhere: then it is the program that is shipped, not the toolchain.
bool makes_a_program(const Context& context, const std::vector<const Stage*>& chain) {
  for (const auto* stage : chain) {
    for (auto id = stage->from; id < stage->end; ++id.value) {
      const auto& entry = context.analysis.instruction(id);
      if (entry.keyword() == Keyword::Copy && entry.syntax().flag("from") != nullptr) return true;
      if (entry.keyword() != Keyword::Run) continue;
      const auto& commands = entry.facts->script().commands;
      if (std::any_of(commands.begin(), commands.end(), builds_here)) return true;
    }
  }
  return false;
}

/// A program that is started by its path, and that no instruction names, came with the sources: a script that may call the toolchain.
bool may_be_a_script(const Context& context, const std::vector<const Stage*>& chain, const Start& start) {
  if (start.path.find('/') == std::string::npos) return false;
  for (const auto* stage : chain) {
    for (auto id = stage->from; id < stage->end; ++id.value) {
      const auto& entry = context.analysis.instruction(id);
      const auto keyword = entry.keyword();
      const bool may_name = keyword == Keyword::Run || keyword == Keyword::Copy || keyword == Keyword::Workdir;
      if (may_name && entry.syntax().line.text().find(start.program) != std::string_view::npos) return false;
    }
  }
  return true;
}

void check_image(const Context& context, const std::vector<const Stage*>& chain, const Start& start, Report& report) {
  const auto& root = *chain.back();
  if (root.base_kind != semantic::BaseKind::Image) return;
  const auto image = syntax::parse_image_reference(root.base_value);
  const auto* toolchain = catalog::find_toolchain_image(image.familiar_name(), image.tag);
  if (toolchain == nullptr || needs_any_of(start, toolchain->needs) || may_be_a_script(context, chain, start)) return;
  if (!makes_a_program(context, chain)) return;
  const auto& last = *chain.front();
  report.at(on_first_line(context.analysis, context.analysis.instruction(last.from), last.base_range))
      .say("The final image carries " + std::string(toolchain->brings) + ", which '" + start.program +
           "' does not need to start: it makes the image larger and gives an intruder tools. Build in a stage of its own and copy the "
           "result into a small "
           "image (`slipway convert` does this).");
}

/// A RUN and the build tools that it installs and nothing removes again.
struct Install {
  const semantic::InstructionEntry* entry;
  std::vector<std::string> packages;
};

void add_run(const semantic::InstructionEntry& entry, std::vector<Install>& installs) {
  const auto changes = package_changes(entry.facts->script());
  std::vector<std::string> tools;
  std::copy_if(changes.installed.begin(), changes.installed.end(), std::back_inserter(tools), catalog::is_build_package);
  if (!tools.empty()) installs.push_back({&entry, std::move(tools)});
  for (auto& install : installs) {
    auto& packages = install.packages;
    if (changes.removes_unknown) packages.clear();
    packages.erase(
        std::remove_if(packages.begin(), packages.end(), [&](const std::string& package) { return changes.removed.count(package) != 0; }),
        packages.end());
  }
}

void check_packages(const Context& context, const std::vector<const Stage*>& chain, Report& report) {
  std::vector<Install> installs;
  for (auto stage = chain.rbegin(); stage != chain.rend(); ++stage) {
    for (auto id = (*stage)->from; id < (*stage)->end; ++id.value) {
      const auto& entry = context.analysis.instruction(id);
      if (entry.keyword() == Keyword::Run && may_change_packages(entry.syntax())) add_run(entry, installs);
    }
  }
  for (const auto& install : installs) {
    if (install.packages.empty()) continue;
    const bool one = install.packages.size() == 1;
    report.at(keyword_place(context.analysis, *install.entry))
        .say(join(install.packages, ", ") + (one ? " stays" : " stay") + " in the final image, but nothing there needs " +
             (one ? "it" : "them") + " to start. Install " + (one ? "it" : "them") +
             " in a build stage and copy what is built, or remove " + (one ? "it" : "them") + " in the same RUN.");
  }
}

void check(const Context& context, Report& report) {
  const auto chain = final_chain(context.model);
  if (chain.empty()) return;
  const auto start = start_of(context, chain);
  if (!start || !start->certain) return;
  if (std::any_of(start->words.begin(), start->words.end(), [](const std::string& word) { return catalog::may_start_anything(word); }))
    return;
  check_image(context, chain, *start, report);
  check_packages(context, chain, report);
}

}  // namespace

extern const Rule build_tool_in_final_stage;
const Rule build_tool_in_final_stage = {
    .name = "build-tool-in-final-stage",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "The final image carries a compiler or toolchain that it does not need to start.",
    .why =
        "A toolchain is often ten times as large as the program it builds. In the final image it is pulled on every deployment, has to be "
        "patched, and helps "
        "whoever breaks in. Build in one stage and copy the result into another that stands on a small image; or, for single packages, "
        "remove them in "
        "the `RUN` that installed them, since a later `RUN` cannot make a layer smaller. The rule is silent where the start command may "
        "need the "
        "toolchain: shells, scripts, `go run`, test runners.",
    .check_file = check,
};

}  // namespace slipway::lint
