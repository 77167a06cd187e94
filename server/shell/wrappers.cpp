#include "shell/wrappers.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "shell/draft.h"

namespace slipway::shell {

namespace {

/// How a program that runs another one is called. Long options are separated by blanks.
struct Wrapper {
  std::string_view name;
  std::string_view valued;       ///< one-letter options whose value is the next word
  std::string_view long_valued;  ///< long options whose value is the next word
  std::string_view otherwise;    ///< one-letter options with which it does something else than running the command
  bool assigns = false;          ///< it takes `NAME=value` words before the command
  std::size_t operands = 0;      ///< words of its own before the command
};

constexpr Wrapper wrappers[] = {
    {"sudo", "ughpCTRDrtU", "--user --group --host --prompt --close-from --command-timeout --chroot --chdir --role --type --other-user",
     "lvkKeV", true, 0},
    {"doas", "uC", "", "L", false, 0},
    {"env", "uC", "--unset --chdir", "S", true, 0},
    {"exec", "a", "", "", false, 0},
    {"command", "", "", "vV", false, 0},
    {"builtin", "", "", "", false, 0},
    {"time", "fo", "--format --output", "", false, 0},
    {"nice", "n", "--adjustment", "", false, 0},
    {"ionice", "cn", "--class --classdata", "pPu", false, 0},
    {"nohup", "", "", "", false, 0},
    {"setsid", "", "", "", false, 0},
    {"stdbuf", "ioe", "--input --output --error", "", false, 0},
    {"timeout", "ks", "--kill-after --signal", "", false, 1},
    {"eatmydata", "", "", "", false, 0},
};

bool is_listed(std::string_view list, std::string_view word) {
  for (auto at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

/// Words that the option at hand takes, itself included; nothing when the wrapper runs no command with it.
std::optional<std::size_t> option_length(const Wrapper& wrapper, std::string_view option) {
  if (option.substr(0, 2) == "--") return is_listed(wrapper.long_valued, option) ? 2 : 1;
  for (std::size_t i = 1; i < option.size(); ++i) {
    if (wrapper.otherwise.find(option[i]) != std::string_view::npos) return std::nullopt;
    if (wrapper.valued.find(option[i]) != std::string_view::npos) return i + 1 == option.size() ? 2 : 1;
  }
  return 1;
}

/// Index of the argument that is the wrapped program; nothing when there is none.
std::optional<std::size_t> wrapped_program(const Wrapper& wrapper, Command& command) {
  const auto& words = command.arguments;
  std::size_t operands = wrapper.operands;
  bool options = true;
  for (std::size_t i = 0; i < words.size();) {
    const std::string_view word = words[i].text;
    if (options && word == "--") {
      options = false;
      ++i;
    } else if (options && word.substr(0, 1) == "-") {
      const auto length = option_length(wrapper, word);
      if (!length) return std::nullopt;
      i += *length;
    } else if (auto assigned = wrapper.assigns ? as_assignment(words[i]) : std::nullopt) {
      command.assignments.push_back(std::move(*assigned));
      ++i;
    } else if (operands > 0) {
      --operands;
      options = false;
      ++i;
    } else {
      return i;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view file_name(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool is_shell(std::string_view program) {
  constexpr std::string_view shells[] = {"sh", "bash", "ash", "dash", "zsh", "ksh", "mksh"};
  return std::find(std::begin(shells), std::end(shells), file_name(program)) != std::end(shells);
}

void unwrap(Command& command) {
  while (true) {
    const auto program = command.program();
    const auto* wrapper = std::find_if(std::begin(wrappers), std::end(wrappers), [&](const Wrapper& w) { return w.name == program; });
    if (wrapper == std::end(wrappers)) return;
    const auto assignments = command.assignments.size();
    const auto index = wrapped_program(*wrapper, command);
    if (!index) {
      command.assignments.resize(assignments);
      return;
    }
    command.wrappers.push_back(std::move(command.name));
    command.name = std::move(command.arguments[*index]);
    command.arguments.erase(command.arguments.begin(), command.arguments.begin() + static_cast<std::ptrdiff_t>(*index) + 1);
  }
}

ShellCall shell_call(const Command& command) {
  if (!is_shell(command.name.text)) return {};
  bool takes_script = false;
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    const std::string_view word = command.arguments[i].text;
    const bool is_option = word.size() > 1 && (word[0] == '-' || word[0] == '+');
    if (!is_option) return takes_script ? ShellCall{ScriptSource::Argument, i} : ShellCall{};
    if (word.substr(0, 2) == "--") {
      if (word == "--rcfile" || word == "--init-file") ++i;
      continue;
    }
    if (word[0] == '-' && word.find('c') != std::string_view::npos) takes_script = true;
    if (word[0] == '-' && word.find('s') != std::string_view::npos) return {ScriptSource::Input, 0};
    if (word.find_first_of("oO") != std::string_view::npos) ++i;
  }
  return takes_script ? ShellCall{} : ShellCall{ScriptSource::Input, 0};
}

}  // namespace slipway::shell
