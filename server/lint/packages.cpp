#include "lint/packages.h"

#include <algorithm>

#include "lint/command_words.h"
#include "lint/declared.h"
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
    const auto& word = package->text;
    const bool decidable = !package->has_expansion && word.front() != '!';  // `apk add !x` forbids x
    if (decidable && !is_pinned(invocation, word)) out.push_back(package);
  }
  return out;
}

void report_unpinned(const std::vector<const Argument*>& loose, std::string_view form, Report& report, text::Offset begin) {
  if (loose.empty()) return;
  std::vector<std::string> names;
  constexpr std::size_t most_names = 5;
  for (std::size_t i = 0; i < std::min(loose.size(), most_names); ++i) names.push_back("'" + loose[i]->text + "'");
  if (loose.size() > most_names) names.push_back(std::to_string(loose.size() - most_names) + " more");
  const bool one = loose.size() == 1;
  report.at(loose.front()->range.shifted(begin))
      .say(join(names, ", ") + (one ? " has" : " have") +
           " no version: the same Dockerfile gives another image when a new one is out. Name " + (one ? "it" : "them") + " with " +
           (one ? "its version" : "their versions") + ", as in `" + std::string(form) + "`.");
}

void report_without_yes(const Run& run, const Invocation& invocation, std::string_view flag, Report& report) {
  const auto& command = *invocation.command;
  if (has_flag(command, invocation.manager->yes)) return;
  auto finding = report.at(invocation.verb_word->range);
  finding.say("`" + std::string(command.program()) + " " + invocation.verb_word->text +
              "` asks before it does anything, and nobody is there to answer in a build: it stops. Add `" + std::string(flag) + "`.");
  if (auto fix = insert_behind(run, command, *invocation.verb_word, flag)) finding.fix(std::move(*fix));
}

namespace {

/// `/var/cache/*` empties /var/cache/yum, `/root/.cache` empties .cache/pip.
bool holds_folder(std::string_view path, std::string_view part) {
  while (!path.empty() && (path.back() == '/' || path.back() == '*')) path.remove_suffix(1);
  for (auto slash = part.rfind('/'); slash != std::string_view::npos && slash > 0; slash = part.rfind('/', slash - 1)) {
    const auto parent = part.substr(0, slash);
    if (parent.front() == '/' ? path == parent : ends(path, "/" + std::string(parent)) || path == parent) return true;
  }
  return false;
}

}  // namespace

bool removes_folder(const Command& command, std::string_view part) {
  if (command.program() != "rm" || !has_flag(command, "r R recursive")) return false;
  return std::any_of(command.arguments.begin(), command.arguments.end(), [&](const Argument& argument) {
    return argument.has_expansion || argument.text.find(part) != std::string::npos || holds_folder(argument.text, part);
  });
}

bool empties_cache(const Command& command, const catalog::PackageManager& manager) {
  if (const auto invocation = invocation_of(command, manager.family); invocation && invocation->verb == PackageVerb::Clean) return true;
  const auto folders = split_words(manager.cache);
  return std::any_of(folders.begin(), folders.end(), [&](std::string_view folder) { return removes_folder(command, folder); });
}

const Invocation* leaves_cache(const Run& run, catalog::PackageFamily family) {
  const Invocation* installs = nullptr;
  for (const auto& call : run.calls) {
    const bool fills = call.installs() || call.verb == PackageVerb::InstallGroup || call.verb == PackageVerb::Upgrade;
    if (installs == nullptr && call.manager->family == family && fills) installs = &call;
  }
  if (installs == nullptr) return nullptr;
  const auto& manager = *installs->manager;
  for (const auto& command : run.script.commands) {
    if (command.range.begin > installs->command->range.begin && empties_cache(command, manager)) return nullptr;
  }
  const auto folders = split_words(manager.cache);
  return std::any_of(folders.begin(), folders.end(), [&](std::string_view folder) { return run.has_cache_at(folder); }) ? nullptr
                                                                                                                        : installs;
}

std::optional<Fix> run_behind(const Run& run, const Command& command, std::string_view text, Safety safety) {
  if (!run.editable(command) || command.depth != 0 || command.conditional || !command.wrappers.empty()) return std::nullopt;
  if (command.join == shell::Join::Pipe || command.join == shell::Join::Or || !command.redirections.empty()) return std::nullopt;
  for (const auto& other : run.script.commands) {
    const bool follows = other.range.begin >= command.range.end;
    if (follows && (other.join == shell::Join::Pipe || other.join == shell::Join::Or)) return std::nullopt;
    if (follows) break;
  }
  const auto end = command.range.end;
  return Fix{"Add " + std::string(text), safety, {{{end, end}, " && " + std::string(text)}}};
}

void report_cache(const Run& run, catalog::PackageFamily family, std::string_view clean, Report& report) {
  const auto* call = leaves_cache(run, family);
  if (call == nullptr) return;
  auto finding = report.at(call->verb_word->range);
  finding.say("What `" + std::string(call->command->program()) +
              "` downloaded and its lists of packages stay in this layer, though nothing reads them again. Run `" + std::string(clean) +
              "` in the same RUN, or mount a cache there.");
  if (auto fix = run_behind(run, *call->command, clean, Safety::Safe)) finding.fix(std::move(*fix));
}

bool has_version_variable(const Context& context, semantic::InstructionId id, const Run& run, std::string_view package) {
  const auto dollar = package.find('$');
  if (dollar == std::string_view::npos) return false;
  const bool braces = package.substr(dollar + 1, 1) == "{";
  const auto rest = package.substr(dollar + (braces ? 2 : 1));
  const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return !is_letter(c) && !is_digit(c) && c != '_'; });
  const auto name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  if (arg_above(context, id, name) || !env_values_above(context, id, name).empty()) return true;
  for (const auto& command : run.script.commands) {
    for (const auto& assignment : command.assignments) {
      if (assignment.name == name) return true;
    }
  }
  return false;
}

bool has_rpm_version(std::string_view package) {
  if (ends(package, ".rpm")) return true;
  const auto parts = split(package, '-');
  return parts.size() > 1 && std::all_of(parts.begin() + 1, parts.end(), is_version_part) &&
         std::any_of(parts.begin() + 1, parts.end(), [](std::string_view part) { return !part.empty() && is_digit(part.front()); });
}

}  // namespace slipway::lint
