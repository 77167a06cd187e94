#pragma once
// What the container runs: ENTRYPOINT with CMD, the scripts they begin, and HEALTHCHECK.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "refactor/multistage/convert.h"
#include "refactor/multistage/walk.h"
#include "refactor/workspace.h"

namespace slipway::refactor::multistage {

/// Who begins a program.
enum class StartedBy { Command, Wrapper, Script, Health };

/// A program that runs in the container.
struct StartedProgram {
  StartedBy by = StartedBy::Command;
  std::string name;                ///< as written, variables put in
  std::string path;                ///< absolute; empty for a name that is looked up on PATH
  std::vector<std::string> words;  ///< its arguments
  std::string folder;              ///< the folder it runs in
  std::uint32_t line = 0;

  [[nodiscard]] std::string program() const;  ///< last part of the name
};

struct Start {
  bool exists = false;      ///< there is a CMD or an ENTRYPOINT
  bool uses_shell = false;  ///< shell form, `sh -c`, or a script
  bool health_uses_shell = false;
  std::uint32_t line = 0;  ///< of the instruction that names the program
  std::vector<StartedProgram> programs;
  std::vector<std::string> scripts;       ///< paths in the image of the shell scripts that were followed
  std::vector<std::string> interpreters;  ///< of `#!` lines, last parts: "bash"

  /// The first program that a command or script runs and no wrapper; null when there is none.
  [[nodiscard]] const StartedProgram* main() const;
};

[[nodiscard]] Start read_start(const Walk& walk, const Workspace& workspace);

/// The programs of one line of shell text, wrappers taken apart, for scripts named elsewhere (package.json).
[[nodiscard]] std::vector<StartedProgram> programs_of(std::string_view script, const std::string& folder, std::uint32_t line);

/// Why the start command builds, or is a development server; nothing when it does neither.
[[nodiscard]] std::optional<Refusal> building_start(const std::vector<StartedProgram>& programs);

}  // namespace slipway::refactor::multistage
