#pragma once
// Paths that a stage's instructions plainly make: what one can hope to find there with COPY --from. A help for typing and reading,
// not a proof: commands whose effect is not shown by their words are left out.

#include <string>
#include <vector>

#include "snapshot/document_snapshot.h"

namespace slipway::features {

struct StagePath {
  std::string path;                     ///< absolute; a folder ends in `/`
  semantic::InstructionId instruction;  ///< what makes it
};

/// In order of the instructions, those of the stages below it first; each path once.
[[nodiscard]] std::vector<StagePath> stage_paths(const snapshot::DocumentSnapshot& document, const semantic::Stage& stage);

/// The working directories of a stage and the stages below it, up to a place of the file; the last one first.
[[nodiscard]] std::vector<std::string> working_directories(const snapshot::DocumentSnapshot& document, const semantic::Stage& stage,
                                                           text::Offset before);

/// A word with the values that its variables have at the instruction; variables of unknown value stay as written.
[[nodiscard]] std::string with_values(const snapshot::DocumentSnapshot& document, semantic::InstructionId instruction,
                                      std::string_view word);

}  // namespace slipway::features
