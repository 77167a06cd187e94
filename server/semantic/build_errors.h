#pragma once
// How a build of the file would fail, told by playing it through without doing anything: steps, order and sentences are BuildKit's
// (frontend/dockerfile/dockerfile2llb/convert.go, as `docker build --check` runs it: all stages, linux/amd64, no build arguments, base
// images with an empty configuration). BuildKit stops at its first error; here what does not depend on an error is played on.

#include <optional>
#include <string>
#include <vector>

#include "semantic/analysis.h"
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
  TextRange range;                           ///< the most precise place; without an instruction it begins on the line that BuildKit reports
};

/// All errors in BuildKit's order; the first is the one it reports. None for a file that builds.
[[nodiscard]] std::vector<BuildError> build_errors(const Analysis& analysis);

}  // namespace slipway::semantic
