#include "lint/package_changes.h"

#include <algorithm>
#include <array>

#include "support/strings.h"

namespace slipway::lint {

namespace {

struct Manager {
  std::string_view program;
  std::string_view install;  ///< subcommands, between blanks
  std::string_view remove;
  std::string_view valued;  ///< options that take the next word
};

constexpr auto managers = std::to_array<Manager>({
    {"apt-get", "install reinstall", "remove purge autoremove", "-t --target-release -o --option -c --config-file"},
    {"apt", "install reinstall", "remove purge autoremove", "-t --target-release -o --option -c --config-file"},
    {"aptitude", "install", "remove purge", "-t --target-release -o"},
    {"apk", "add", "del", "-t --virtual -X --repository -p --root"},
    {"dnf", "install groupinstall group-install reinstall", "remove erase autoremove groupremove",
     "-c --config --enablerepo --disablerepo --installroot --releasever -x --exclude"},
    {"yum", "install groupinstall reinstall", "remove erase autoremove groupremove",
     "-c --config --enablerepo --disablerepo --installroot --releasever -x --exclude"},
    {"microdnf", "install", "remove", "--enablerepo --disablerepo --installroot --releasever"},
    {"tdnf", "install", "remove erase autoremove", "--enablerepo --disablerepo --installroot --releasever"},
    {"zypper", "install in", "remove rm", "-r --repo -t --type"},
    {"pacman", "-S -Sy -Syu -Syyu -Su", "-R -Rs -Rns -Rsn", ""},
});

bool has_word(std::string_view list, std::string_view word) {
  const auto words = split_words(list);
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// `gcc=4:12.2`, `gcc:arm64`, `gcc~=12`, `gcc>12`, `gcc@edge` all mean the package gcc; `@development-tools` is a group's name.
std::string package_name(std::string_view word) {
  const auto end = word.find_first_of("=:~<>@/", word.empty() ? 0 : 1);
  return std::string(word.substr(0, end));
}

struct Operands {
  std::vector<std::string> packages;
  bool has_variable = false;
  std::string virtual_name;  ///< apk's `--virtual NAME`
};

/// The words behind the subcommand that name packages.
Operands operands_of(const shell::Command& command, const Manager& manager, std::string_view subcommand) {
  Operands out;
  bool seen = false;
  bool takes_next = false;
  for (const auto& argument : command.arguments) {
    const std::string_view word = argument.text;
    if (takes_next) {
      takes_next = false;
      if (manager.program == "apk" && out.virtual_name == "?") out.virtual_name = argument.text;
    } else if (!seen && word == subcommand) {
      seen = true;
    } else if (!word.empty() && word.front() == '-') {
      takes_next = has_word(manager.valued, word);
      if (word == "-t" || word == "--virtual") out.virtual_name = "?";
      if (word.substr(0, 10) == "--virtual=") out.virtual_name = word.substr(10);
    } else if (argument.has_expansion) {
      out.has_variable = true;
    } else if (!word.empty()) {
      out.packages.push_back(package_name(word));
    }
  }
  return out;
}

std::string_view subcommand_among(const shell::Command& command, std::string_view names) {
  for (const auto& argument : command.arguments) {
    if (has_word(names, argument.text)) return argument.text;
  }
  return {};
}

void add(const shell::Command& command, const Manager& manager, PackageChanges& changes, std::set<std::string>& virtual_names) {
  if (const auto subcommand = subcommand_among(command, manager.install); !subcommand.empty()) {
    const auto operands = operands_of(command, manager, subcommand);
    if (!operands.virtual_name.empty()) virtual_names.insert(operands.virtual_name);
    for (const auto& package : operands.packages) {
      if (std::find(changes.installed.begin(), changes.installed.end(), package) == changes.installed.end())
        changes.installed.push_back(package);
    }
    return;
  }
  const auto subcommand = subcommand_among(command, manager.remove);
  if (subcommand.empty()) return;
  const auto operands = operands_of(command, manager, subcommand);
  changes.removes_unknown = changes.removes_unknown || operands.has_variable;
  for (const auto& package : operands.packages) {
    // A virtual package takes with it what was installed under its name, perhaps by another RUN.
    if (virtual_names.count(package) != 0 || package.front() == '.') changes.removes_unknown = true;
    changes.removed.insert(package);
  }
}

}  // namespace

bool may_change_packages(const syntax::Instruction& run) {
  if (!run.heredocs.empty()) return true;
  const auto text = run.line.text();
  return std::any_of(managers.begin(), managers.end(),
                     [&](const Manager& manager) { return text.find(manager.program) != std::string_view::npos; });
}

PackageChanges package_changes(const shell::Script& script) {
  PackageChanges changes;
  std::set<std::string> virtual_names;
  for (const auto& command : script.commands) {
    for (const auto& manager : managers) {
      if (command.program() == manager.program) add(command, manager, changes, virtual_names);
    }
  }
  return changes;
}

}  // namespace slipway::lint
