#include "lint/package_changes.h"

#include <algorithm>

#include "lint/command_words.h"
#include "lint/invocation.h"

namespace slipway::lint {

namespace {

using catalog::PackageFamily;
using catalog::PackageVerb;

bool is_of_system(PackageFamily family) {
  return family == PackageFamily::Apt || family == PackageFamily::Apk || family == PackageFamily::Yum || family == PackageFamily::Dnf ||
         family == PackageFamily::Zypper || family == PackageFamily::Pacman;
}

/// `gcc=4:12.2`, `gcc:arm64`, `gcc~=12`, `gcc>12`, `gcc@edge` all mean the package gcc; `@development-tools` is a group's name.
std::string package_name(std::string_view word) {
  const auto end = word.find_first_of("=:~<>@/", word.empty() ? 0 : 1);
  return std::string(word.substr(0, end));
}

/// apk's `--virtual NAME`; empty without one.
std::string virtual_name(const shell::Command& command) {
  constexpr std::string_view joined = "--virtual=";
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    const auto& word = command.arguments[i].text;
    if ((word == "-t" || word == "--virtual") && i + 1 < command.arguments.size()) return command.arguments[i + 1].text;
    if (word.substr(0, joined.size()) == joined) return word.substr(joined.size());
  }
  return {};
}

void add(const Invocation& invocation, PackageChanges& changes, std::set<std::string>& virtual_names) {
  const bool installs = invocation.installs() || invocation.verb == PackageVerb::InstallGroup;
  if (!installs && invocation.verb != PackageVerb::Remove) return;
  if (installs && invocation.manager->family == PackageFamily::Apk) {
    if (auto name = virtual_name(*invocation.command); !name.empty()) virtual_names.insert(std::move(name));
  }
  for (const auto* operand : invocation.operands()) {
    if (operand->has_expansion) {
      changes.removes_unknown = changes.removes_unknown || !installs;
      continue;
    }
    auto package = package_name(operand->text);
    if (!installs) {
      // A virtual package takes with it what was installed under its name, perhaps by another RUN.
      if (virtual_names.count(package) != 0 || package.front() == '.') changes.removes_unknown = true;
      changes.removed.insert(std::move(package));
    } else if (std::find(changes.installed.begin(), changes.installed.end(), package) == changes.installed.end()) {
      changes.installed.push_back(std::move(package));
    }
  }
}

}  // namespace

bool may_change_packages(const syntax::Instruction& run) {
  if (!run.heredocs.empty()) return true;
  const auto text = run.line.text();
  const auto managers = catalog::package_managers();
  return std::any_of(managers.begin(), managers.end(), [&](const catalog::PackageManager& manager) {
    return is_of_system(manager.family) && text.find(manager.program) != std::string_view::npos;
  });
}

PackageChanges package_changes(const shell::Script& script) {
  PackageChanges changes;
  std::set<std::string> virtual_names;
  for (const auto& command : script.commands) {
    const auto invocation = invocation_of(command);
    if (invocation && is_of_system(invocation->manager->family)) add(*invocation, changes, virtual_names);
  }
  return changes;
}

}  // namespace slipway::lint
