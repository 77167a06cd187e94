#pragma once
// What a person sees when the mouse rests on a word.

#include <optional>
#include <string>

#include "snapshot/document_snapshot.h"

namespace slipway::features {

struct Hover {
  text::TextRange range;  ///< the word that is explained
  std::string markdown;
};

[[nodiscard]] std::optional<Hover> hover(const snapshot::DocumentSnapshot& document, text::Offset offset);

}  // namespace slipway::features
