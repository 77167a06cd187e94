#pragma once
// The commands inside RUN, CMD, ENTRYPOINT and HEALTHCHECK in shell form, and in RUN's heredocs, read with tree-sitter-bash.
// Exec form gives one command. Ranges count bytes from the instruction's first byte.

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/instruction.h"
#include "text/text_range.h"

namespace slipway::shell {

using text::TextRange;

/// A word of a command.
struct Argument {
  std::string text;            ///< as a shell sees it: quotes and escapes removed, variables left as written
  TextRange range;             ///< as written
  bool has_expansion = false;  ///< it holds a variable or a command substitution, so `text` is not its final value
};

/// `NAME=value` before a command, or alone (also behind `export`).
struct Assignment {
  std::string name;
  std::string value;
  TextRange range;
};

/// `> file`, `2>&1`, `< file`.
struct Redirection {
  std::string op;   ///< as written with its descriptor: `>`, `>>`, `<`, `&>`, `2>`, `<<` …
  Argument target;  ///< the file, or the end marker of a heredoc
  TextRange range;
};

/// How a command is joined to the one before it in its list.
enum class Join { First, And, Or, Sequence, Pipe, Background };

/// A simple command.
struct Command {
  Argument name;                    ///< the program as written; empty text when only assignments stand there
  std::vector<Argument> arguments;  ///< without the name
  std::vector<Assignment> assignments;
  std::vector<Redirection> redirections;
  Join join = Join::First;
  TextRange range;
  unsigned depth = 0;        ///< 0 at the top; more inside substitutions, loops, conditions, functions, subshells
  bool conditional = false;  ///< it may not run: behind `then`, `do` or ||, inside case or a function
  bool exact = true;         ///< false in a string with escapes (`sh -c "a \"b\""`): all ranges are the string's, so none can be edited
  std::vector<Argument> wrappers;  ///< programs looked through to find this one, outermost first: `sudo`, `env`, `bash` of `bash -c`

  /// Last part of the program's path: `apt-get` of `/usr/bin/apt-get`.
  [[nodiscard]] std::string_view program() const;
  /// True when an argument equals `text`.
  [[nodiscard]] bool has_argument(std::string_view text) const;
  /// The first argument that is no option; empty if none.
  [[nodiscard]] std::string_view subcommand() const;
  /// True when it was started through `program`, as in `sudo apt-get`.
  [[nodiscard]] bool has_wrapper(std::string_view program) const;
};

struct Script {
  std::vector<Command>
      commands;          ///< in order of their places; wrappers (sudo, env, exec, time, nice, command …) and `sh -c` are looked through
  bool complete = true;  ///< false when the shell grammar found an error: then something may be missing from `commands`
};

/// The commands of an instruction, or of an ONBUILD's trigger; none for instructions that run nothing.
[[nodiscard]] Script read_script(const syntax::Instruction& instruction);

/// The same for one line of shell text by itself (a script of package.json, a SHELL-less fragment); ranges count bytes of `text`.
[[nodiscard]] Script read_script_text(std::string_view text);

/// A script made on first use; safe from any thread.
class LazyScript {
 public:
  [[nodiscard]] const Script& get(const syntax::Instruction& instruction) const;

 private:
  struct State {
    std::once_flag once;
    Script script;
  };
  std::unique_ptr<State> state_ = std::make_unique<State>();
};

}  // namespace slipway::shell
