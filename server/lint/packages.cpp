#include "lint/packages.h"

#include <algorithm>

#include "lint/command_words.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using catalog::PackageVerb;
using shell::Argument;
using shell::Command;

bool ends(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

bool is_version_part(std::string_view part) {
  return std::all_of(part.begin(), part.end(),
                     [](char c) { return is_digit(c) || is_letter(c) || std::string_view(".~^_:+").find(c) != std::string_view::npos; });
}

}  // namespace

std::vector<const Argument*> loose_packages(const Invocation& invocation) {
  std::vector<const Argument*> out;
  for (const auto* package : invocation.operands()) {
    if (!is_pinned(invocation, package->text)) out.push_back(package);
  }
  return out;
}

void report_unpinned(const Run& run, const std::vector<const Argument*>& loose, std::string_view form, Report& report) {
  if (loose.empty()) return;
  std::vector<std::string> names;
  constexpr std::size_t most_names = 5;
  for (std::size_t i = 0; i < std::min(loose.size(), most_names); ++i) names.push_back("'" + loose[i]->text + "'");
  if (loose.size() > most_names) names.push_back(std::to_string(loose.size() - most_names) + " more");
  const bool one = loose.size() == 1;
  report.at(run.place(loose.front()->range))
      .say(join(names, ", ") + (one ? " has" : " have") + " no version: the same Dockerfile gives another image when a new one is out. Name " +
           (one ? "it" : "them") + " with " + (one ? "its version" : "their versions") + ", as in `" + std::string(form) + "`.");
}

void report_without_yes(const Run& run, const Invocation& invocation, std::string_view flag, Report& report) {
  const auto& command = *invocation.command;
  if (has_flag(command, invocation.manager->yes)) return;
  auto finding = report.at(run.place(invocation.verb_word->range));
  finding.say("`" + std::string(command.program()) + " " + invocation.verb_word->text + "` asks before it does anything, and nobody is there to answer in a build: it stops. Add `" +
              std::string(flag) + "`.");
  if (auto fix = insert_behind(run, command, *invocation.verb_word, flag)) finding.fix(std::move(*fix));
}

bool removes_folder(const Command& command, std::string_view part) {
  if (command.program() != "rm" || !has_flag(command, "r R recursive")) return false;
  return std::any_of(command.arguments.begin(), command.arguments.end(), [&](const Argument& argument) {
    return argument.has_expansion || argument.text.find(part) != std::string::npos;
  });
}

bool empties_cache(const Command& command, const catalog::PackageManager& manager) {
  if (const auto invocation = invocation_of(command, manager.family); invocation && invocation->verb == PackageVerb::Clean) return true;
  const auto folders = split_words(manager.cache);
  return std::any_of(folders.begin(), folders.end(), [&](std::string_view folder) { return removes_folder(command, folder); });
}

const Command* leaves_cache(const Run& run, catalog::PackageFamily family) {
  const Command* installs = nullptr;
  const catalog::PackageManager* manager = nullptr;
  for (const auto& command : run.script.commands) {
    if (installs == nullptr) {
      const auto invocation = invocation_of(command, family);
      if (!invocation || !invocation->installs()) continue;
      installs = &command;
      manager = invocation->manager;
    } else if (empties_cache(command, *manager)) {
      return nullptr;
    }
  }
  if (installs == nullptr) return nullptr;
  const auto folders = split_words(manager->cache);
  return std::any_of(folders.begin(), folders.end(), [&](std::string_view folder) { return run.has_cache_at(folder); }) ? nullptr : installs;
}

bool has_rpm_version(std::string_view package) {
  if (ends(package, ".rpm")) return true;
  const auto parts = split(package, '-');
  return parts.size() > 1 && std::all_of(parts.begin() + 1, parts.end(), is_version_part) &&
         std::any_of(parts.begin() + 1, parts.end(), [](std::string_view part) { return !part.empty() && is_digit(part.front()); });
}

}  // namespace slipway::lint
