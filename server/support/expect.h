#pragma once
// Invariants of ours: aborts where assertions are on, logs once per place and goes on in release.

#include <string_view>

namespace slipway {

/// Returns `condition`; when false, reports that our own invariant `id` broke. The caller then returns its empty answer.
bool expect(bool condition, std::string_view id);

}  // namespace slipway
