#include "lint/command_words.h"

#include <algorithm>

#include "catalog/package_managers.h"
#include "support/strings.h"

namespace slipway::lint {

using catalog::is_listed;

bool is_flag(std::string_view word) { return word.size() > 1 && word.front() == '-' && word != "--"; }

namespace {

/// Calls `visit` for each flag of a word; stops when it answers true.
template <class Visit>
bool any_flag(std::string_view word, Visit visit) {
  if (!is_flag(word)) return false;
  if (word.substr(0, 2) == "--") return visit(word.substr(2, word.find('=') - 2));
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (visit(word.substr(i, 1))) return true;
  }
  return false;
}

}  // namespace

bool has_flag(const shell::Command& command, std::string_view flags) {
  return std::any_of(command.arguments.begin(), command.arguments.end(), [&](const shell::Argument& argument) {
    return any_flag(argument.text, [&](std::string_view flag) { return is_listed(flags, flag); });
  });
}

std::size_t count_flag(const shell::Command& command, std::string_view flag) {
  std::size_t count = 0;
  for (const auto& argument : command.arguments) {
    any_flag(argument.text, [&](std::string_view found) {
      count += found == flag ? 1 : 0;
      return false;
    });
  }
  return count;
}

bool awaits_value(std::string_view word, std::string_view valued) {
  if (!is_flag(word) || word.find('=') != std::string_view::npos) return false;
  if (word.substr(0, 2) == "--") return is_listed(valued, word.substr(2));
  // A cluster, or a long flag as Go's tools have them: `-tags`.
  return is_listed(valued, word.substr(word.size() - 1)) || is_listed(valued, word.substr(1));
}

bool may_hold_flags(const shell::Command& command) {
  return std::any_of(command.arguments.begin(), command.arguments.end(), [](const shell::Argument& argument) {
    if (!argument.has_expansion || argument.text.front() != '$') return false;
    const auto name = to_upper(argument.text);
    return name.find("FLAG") != std::string::npos || name.find("OPT") != std::string::npos || name.find("ARGS") != std::string::npos;
  });
}

bool has_word(const shell::Command& command, std::string_view words) {
  return std::any_of(command.arguments.begin(), command.arguments.end(),
                     [&](const shell::Argument& argument) { return is_listed(words, argument.text); });
}

bool has_sequence(const shell::Command& command, std::string_view words) {
  const auto wanted = split_words(words);
  return std::search(command.arguments.begin(), command.arguments.end(), wanted.begin(), wanted.end(),
                     [](const shell::Argument& argument, std::string_view word) { return argument.text == word; }) !=
         command.arguments.end();
}

std::vector<const shell::Argument*> operands(const shell::Command& command, std::string_view valued) {
  std::vector<const shell::Argument*> out;
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    const auto& argument = command.arguments[i];
    if (awaits_value(argument.text, valued)) {
      ++i;
    } else if (!is_flag(argument.text)) {
      out.push_back(&argument);
    }
  }
  return out;
}

}  // namespace slipway::lint
