#pragma once
// What holds for every text, however broken. Each function checks with doctest; CAPTURE the text before.

#include "snapshot/document_snapshot.h"

namespace slipway::test {

[[nodiscard]] snapshot::SnapshotPtr open(std::string text);

/// Instructions, comments and the model lie inside the text and in order; every line belongs to something; every FROM begins a stage.
void check_reading(const semantic::Analysis& analysis);

/// Outline, folds, completion and hover at `cursor` give ranges inside the text.
void check_features(const snapshot::DocumentSnapshot& document, text::Offset cursor);

/// Every rule runs; findings and their fixes lie inside the text. Gives the findings as text, one a line.
std::string check_lint(const snapshot::DocumentSnapshot& document);

}  // namespace slipway::test
