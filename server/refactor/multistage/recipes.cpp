#include "refactor/multistage/recipes.h"

#include <algorithm>

#include "refactor/makefile.h"
#include "refactor/multistage/commands.h"
#include "refactor/multistage/copies.h"
#include "refactor/paths.h"

namespace slipway::refactor::multistage {

namespace {

/// `make -C folder target NAME=value`.
struct MakeCall {
  std::string folder;
  std::vector<std::string> targets;
  Environment given;
};

MakeCall read_call(const CommandUse& use) {
  MakeCall out;
  const auto words = use.words();
  out.folder = join_path(use.folder, option_value(words, "-C"));
  for (const std::string& word : plain_words(words, {"-C", "-f", "-j", "--directory", "--file"})) {
    const auto equals = word.find('=');
    if (equals != std::string::npos)
      out.given[word.substr(0, equals)] = word.substr(equals + 1);
    else if (word.find_first_not_of("0123456789") != std::string::npos)
      out.targets.push_back(word);
  }
  if (out.targets.empty()) out.targets.emplace_back();
  return out;
}

std::string makefile_text(const Walk& walk, const Workspace& workspace, const std::string& folder) {
  for (const std::string_view name : {"GNUmakefile", "makefile", "Makefile"}) {
    if (const auto text = content_at(walk, workspace, join_path(folder, name))) return *text;
  }
  return {};
}

void add_line(Walk& walk, const std::string& line, const CommandUse& make, const MakeCall& call, const Environment& exported,
              std::vector<CommandUse>& out) {
  walk.recipe_scripts.push_back(std::make_shared<const shell::Script>(shell::read_script_text(line)));
  std::string folder = call.folder;
  for (const shell::Command& command : walk.recipe_scripts.back()->commands) {
    CommandUse use{&command, make.index, folder, make.environment, make.range, true};
    for (const auto& [name, value] : exported) use.environment[name] = value;
    for (const shell::Assignment& assignment : command.assignments)
      use.environment[assignment.name] = put_in(assignment.value, use.environment);
    const auto words = use.words();
    if (use.program() == "cd" && !words.empty()) folder = join_path(folder, words.back());
    out.push_back(std::move(use));
  }
}

/// True for the tools of a language; compilers and make itself say no more than make did.
bool calls_language_tool(const CommandUse& use) {
  const Action action = action_of(use);
  return !action.ecosystem.empty() && action.ecosystem != "c-cpp";
}

}  // namespace

void add_recipes(Walk& walk, const Workspace& workspace) {
  for (Step& step : walk.steps) {
    std::vector<CommandUse> commands;
    for (const CommandUse& use : step.commands) {
      const std::size_t make = commands.size();
      commands.push_back(use);
      if (use.program() != "make") continue;
      const MakeCall call = read_call(use);
      const std::string makefile = makefile_text(walk, workspace, call.folder);
      for (const std::string& target : call.targets) {
        const Recipe recipe = read_recipe(makefile, target, call.given);
        for (const std::string& line : recipe.lines) add_line(walk, line, use, call, recipe.exported, commands);
      }
      const auto first = commands.begin() + static_cast<std::ptrdiff_t>(make) + 1;
      commands[make].taken_apart = std::any_of(first, commands.end(), calls_language_tool);
      if (!commands[make].taken_apart) commands.erase(first, commands.end());
    }
    step.commands = std::move(commands);
  }
}

}  // namespace slipway::refactor::multistage
