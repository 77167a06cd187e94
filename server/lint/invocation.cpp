#include "lint/invocation.h"

#include <algorithm>

#include "lint/command_words.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using catalog::PackageFamily;
using catalog::PackageManager;
using catalog::PackageVerb;
using shell::Argument;
using shell::Command;

bool begins(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

/// Where the manager's own words begin: behind `-m pip` of `python -m pip`, else at the first argument.
std::size_t first_word(const Command& command) {
  if (!begins(command.program(), "python")) return 0;
  for (std::size_t i = 0; i + 1 < command.arguments.size(); ++i) {
    if (command.arguments[i].text == "-m") return i + 2;
  }
  return 0;
}

const PackageManager* manager_of(const Command& command) {
  const auto program = command.program();
  if (!begins(program, "python")) return catalog::find_package_manager(program);
  const auto first = first_word(command);
  return first < 2 ? nullptr : catalog::find_package_manager(command.arguments[first - 1].text);
}

/// The first word, or pair of words, that is a verb of the manager.
void find_verb(Invocation& invocation) {
  const auto& words = invocation.command->arguments;
  for (auto i = first_word(*invocation.command); i < words.size(); ++i) {
    if (i + 1 < words.size()) {
      const auto pair = words[i].text + "_" + words[i + 1].text;
      invocation.verb = catalog::verb_of(*invocation.manager, pair);
      if (invocation.verb != PackageVerb::None) {
        invocation.verb_word = &words[i + 1];
        return;
      }
    }
    invocation.verb = catalog::verb_of(*invocation.manager, words[i].text);
    if (invocation.verb != PackageVerb::None) {
      invocation.verb_word = &words[i];
      return;
    }
    if (awaits_value(words[i].text, invocation.manager->valued)) ++i;
  }
}

bool ends(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

}  // namespace

std::vector<const Argument*> Invocation::operands() const {
  std::vector<const Argument*> out;
  if (verb_word == nullptr) return out;
  const auto& words = command->arguments;
  for (auto i = static_cast<std::size_t>(verb_word - words.data()) + 1; i < words.size(); ++i) {
    if (awaits_value(words[i].text, manager->valued)) {
      ++i;
    } else if (!words[i].text.empty() && words[i].text != "--" && !is_flag(words[i].text)) {
      out.push_back(&words[i]);
    }
  }
  return out;
}

std::optional<Invocation> invocation_of(const Command& command) {
  const auto* manager = manager_of(command);
  if (manager == nullptr) return std::nullopt;
  Invocation out{manager, &command, PackageVerb::None, nullptr};
  find_verb(out);
  return out;
}

std::optional<Invocation> invocation_of(const Command& command, PackageFamily family) {
  const auto* manager = manager_of(command);
  if (manager == nullptr || manager->family != family) return std::nullopt;
  Invocation out{manager, &command, PackageVerb::None, nullptr};
  find_verb(out);
  return out;
}

bool is_pinned(const Invocation& invocation, std::string_view word) {
  const auto pins = split_words(invocation.manager->pins);
  const auto files = split_words(invocation.manager->files);
  return std::any_of(pins.begin(), pins.end(), [&](std::string_view pin) { return word.find(pin) != std::string_view::npos; }) ||
         std::any_of(files.begin(), files.end(), [&](std::string_view file) { return ends(word, file); });
}

}  // namespace slipway::lint
