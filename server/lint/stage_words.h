#pragma once
// Judgement about words that stand where a stage's name may stand: images, typing mistakes.

#include <string_view>

#include "semantic/model.h"

namespace slipway::lint {

/// A word that could be a stage's name as well as an image's: no registry, path, tag, digest, variable or quote in it; not `scratch`.
[[nodiscard]] bool is_plain_name(std::string_view word);

/// An image on Docker Hub that everybody knows by this one word: `nginx`, `alpine`.
[[nodiscard]] bool is_known_image(std::string_view word);

/// How far a word may be from the name that was meant.
enum class Distance {
  One,  ///< one letter added, left out or changed, or two neighbours swapped; another letter case
  Two,  ///< in longer names also two such mistakes
};

/// The stage before `before` (of all stages when that is null) whose name the word was probably meant to be; null when it equals a name
/// or none is near. Only the last few hundred stages are looked at.
[[nodiscard]] const semantic::Stage* probably_meant(const semantic::Model& model, std::string_view word, const semantic::Stage* before,
                                                    Distance distance);

/// The earlier stage that `FROM WORD` would stand on if letter case did not count; null if none, or if it counts as written.
[[nodiscard]] const semantic::Stage* stage_in_other_case(const semantic::Model& model, const semantic::Stage& stage);

}  // namespace slipway::lint
