#pragma once
// The single stage step by step: the folder, environment and user each instruction meets, and each command with the folder it runs in.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "semantic/analysis.h"
#include "shell/script.h"

namespace slipway::refactor::multistage {

using Environment = std::map<std::string, std::string, std::less<>>;

/// A command of a RUN where it runs. `command` lives as long as the analysis.
struct CommandUse {
  const shell::Command* command = nullptr;
  std::size_t index = 0;     ///< among the script's commands
  std::string folder;        ///< absolute working folder
  Environment environment;   ///< the step's, with the script's exports and the command's own assignments
  text::TextRange range;     ///< bytes of the file
  bool from_recipe = false;  ///< a line of a Makefile; `range` is make's
  bool taken_apart = false;  ///< make, with its recipe's commands behind it

  [[nodiscard]] std::string_view program() const { return command->program(); }
  /// The arguments with known variables put in; unknown ones stay as written.
  [[nodiscard]] std::vector<std::string> words() const;
};

/// A file written in the Dockerfile itself: `COPY <<EOF /start.sh`.
struct InlineFile {
  std::string path;
  std::string_view content;
};

/// An instruction of the stage behind its FROM.
struct Step {
  const semantic::InstructionEntry* entry = nullptr;
  semantic::InstructionId id;
  std::uint32_t line = 0;            ///< 1-based
  std::string folder;                ///< WORKDIR in force; for WORKDIR itself the folder it sets
  std::string user;                  ///< USER in force; for USER itself the one it sets; empty: the base's
  Environment environment;           ///< ENV and ARG with known values; for ENV and ARG with theirs
  std::vector<CommandUse> commands;  ///< RUN
  std::vector<std::string> sources;  ///< COPY, ADD: words with variables put in, inline files left out
  std::string destination;           ///< COPY, ADD: absolute
  bool into_folder = false;          ///< COPY, ADD: the destination is a folder for certain
  bool from_context = false;         ///< COPY, ADD of files of the build context
  std::vector<InlineFile> inline_files;

  [[nodiscard]] syntax::Keyword keyword() const { return entry->keyword(); }
  [[nodiscard]] const syntax::Instruction& syntax() const { return entry->syntax(); }
};

struct Walk {
  const semantic::Analysis* analysis = nullptr;
  const semantic::Stage* stage = nullptr;
  std::vector<Step> steps;
  std::string folder = "/";                                          ///< at the end
  std::string user;                                                  ///< at the end
  Environment environment;                                           ///< at the end
  std::vector<std::shared_ptr<const shell::Script>> recipe_scripts;  ///< keeps the commands of Makefiles
};

/// Walks the last stage.
[[nodiscard]] Walk walk_stage(const semantic::Analysis& analysis);

/// `$NAME` and `${NAME}` put in where known.
[[nodiscard]] std::string put_in(std::string_view text, const Environment& environment);

}  // namespace slipway::refactor::multistage
