#pragma once
// Words that may name a stage: `COPY --from=`, `RUN --mount=from=`.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/instruction.h"

namespace slipway::syntax {

/// What a word names, by where it stands.
enum class StageReferenceKind { From, Copy, Mount };

/// A word of an instruction that names a stage or an image. The range counts from the instruction's first byte.
struct StageReference {
  StageReferenceKind kind = StageReferenceKind::Copy;
  std::string text;  ///< as BuildKit sees it, quotes removed
  TextRange range;   ///< empty for `--from=` with nothing typed yet
};

/// All stage references of an instruction, ONBUILD triggers left out (they take effect elsewhere).
[[nodiscard]] std::vector<StageReference> stage_references(const Instruction& instruction);

/// The number a `COPY --from=` word is for BuildKit (Go's strconv.Atoi: `+0`, `00` and `-1` are numbers too); nothing for a name.
[[nodiscard]] std::optional<std::int64_t> stage_index(std::string_view text);

}  // namespace slipway::syntax
