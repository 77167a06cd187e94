#pragma once
// What happens when the file is built, told without building: errors, and what instructions say once their variables are put in.
// Steps, order and sentences are BuildKit's (frontend/dockerfile/dockerfile2llb/convert.go, as `docker build --check` runs it: all
// stages, linux/amd64, no build arguments, base images with an empty configuration). BuildKit stops at its first error; here what does
// not depend on an error is played on.

#include <optional>
#include <string>
#include <vector>

#include "semantic/ids.h"
#include "text/text_range.h"

namespace slipway::semantic {

/// When BuildKit finds an error; an earlier step hides all later ones.
enum class BuildStep {
  Empty,         ///< a file of 0 bytes
  CheckOptions,  ///< `# check=`
  Lines,         ///< directives, lines, heredocs
  Instructions,  ///< each instruction by itself
  Stages,        ///< there must be one
  GlobalArgs,    ///< defaults of ARGs before the first FROM
  Epoch,         ///< SOURCE_DATE_EPOCH
  Bases,         ///< name, platform and stage name of each FROM
  Sources,       ///< COPY --from and mounts, then cycles of stages
  Images,        ///< names of images
  Triggers,      ///< ONBUILD instructions, in the stages built on them
  Dispatch,      ///< each instruction in its place
};

/// Errors that rules of their own explain better.
enum class BuildErrorTopic { Other, StageIndex, StageCycle, LaterStage };

struct BuildError {
  BuildStep step = BuildStep::Dispatch;
  BuildErrorTopic topic = BuildErrorTopic::Other;
  std::string message;                       ///< BuildKit's, without "dockerfile parse error on line N: "
  std::optional<InstructionId> instruction;  ///< BuildKit reports its first line; nothing for an error of the whole file or of a directive
  text::TextRange range;                     ///< the most precise place; without an instruction it begins on the line that BuildKit reports
};

/// A variable that BuildKit does not know where it is used: its checks UndefinedArgInFrom (uses in FROM) and UndefinedVar (others).
struct UndefinedUse {
  InstructionId instruction;  ///< of an ONBUILD's trigger: the FROM of the stage that it takes effect in
  bool in_from = false;
  std::string name;
  std::string nearest;    ///< the known variable that was probably meant; empty if none
  text::TextRange range;  ///< the name, or for a trigger FROM's image
};

/// Why a word is in the trace.
enum class TracedWordKind {
  Port,             ///< a word of EXPOSE after expansion; BuildKit looks no further than the first wrong one
  RelativeWorkdir,  ///< the first WORKDIR of a stage and of those that it stands on, if relative
  EnvKey,           ///< a key of ENV
  ArgName,          ///< a name of a stage's ARG, as written
  CopySource,       ///< a source of COPY in the build context
  AddSource,        ///< the same of ADD
};

/// A word with its variables put in.
struct TracedWord {
  TracedWordKind kind = TracedWordKind::Port;
  InstructionId instruction;  ///< of an ONBUILD's trigger: the FROM of the stage that it takes effect in
  std::string text;
  text::TextRange range;  ///< the word as written, or for a trigger FROM's image
};

/// A FROM's `--platform` that is not empty; system and architecture are empty when it names none.
struct TracedPlatform {
  InstructionId instruction;
  std::string value;               ///< with variables put in
  std::vector<std::string> known;  ///< variables used that have a value, each once
  std::string os;
  std::string architecture;
  bool redundant = false;  ///< it is TARGETPLATFORM's value through that variable alone (RedundantTargetPlatform)
  bool constant = false;   ///< no variable in it, and the stage is not named after it (FromPlatformFlagConstDisallowed)
};

struct BuildTrace {
  std::vector<BuildError> errors;         ///< in BuildKit's order; the first is the one it reports
  std::vector<UndefinedUse> undefined;    ///< in the order of stages and instructions
  std::vector<TracedWord> words;          ///< likewise
  std::vector<TracedPlatform> platforms;  ///< likewise
};

}  // namespace slipway::semantic
