#pragma once
// Converts a single-stage Dockerfile into a multi-stage one, or refuses with the true reason
// (analysis → plan → edit → verify; docs/architecture.md, "Convert to multi-stage").

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "snapshot/document_snapshot.h"
#include "text/text_edit.h"

namespace slipway::refactor::multistage {

/// What the final stage should stand on; Auto lets the ecosystem choose.
enum class BaseChoice { Auto, Debian, Alpine, Distroless };

/// Safe: everything the final image needs is shown by the Dockerfile and the workspace. Review: each assumption is a note.
enum class Safety { Safe, Review };

enum class RefusalCode {
  AlreadyMultiStage,
  ParseError,
  NothingToBuild,
  BuildAtRunTime,
  UnknownEcosystem,
  UnknownOutput,
  InteractiveImage,
  Unsupported
};

struct Note {
  std::string code;        ///< kebab-case: "libc", "certificates" …
  std::uint32_t line = 0;  ///< 1-based line of the original; 0 when it speaks of no line
  std::string message;
};

struct Offer {
  std::string ecosystem;
  Safety safety = Safety::Review;
  std::vector<Note> notes;
  std::vector<text::TextEdit> edits;  ///< of the original text
  std::string dockerfile;             ///< the text after the edits
  std::string plan;                   ///< the plan as text, for people
};

struct Refusal {
  RefusalCode code = RefusalCode::Unsupported;
  std::string message;
  std::uint32_t line = 0;  ///< 1-based; 0 when it speaks of no line
};

using Answer = std::variant<Offer, Refusal>;

/// The whole answer.
[[nodiscard]] Answer convert(const snapshot::DocumentSnapshot& document, BaseChoice base);

/// Cheap: whether `convert` could offer anything, for a code action list. Reads no files; stops at the first refusal.
[[nodiscard]] std::optional<Refusal> early_refusal(const snapshot::DocumentSnapshot& document);

/// "already-multi-stage" and so on.
[[nodiscard]] std::string_view code_name(RefusalCode code);

}  // namespace slipway::refactor::multistage
