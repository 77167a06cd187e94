#pragma once
// Typed indices: a StageId cannot be passed where a VariableId is meant.

#include <compare>
#include <cstddef>
#include <cstdint>

namespace slipway {

/// An index into one flat list of the model; `Tag` names the list. Counts from 0.
template <class Tag>
struct Id {
  std::uint32_t value = 0;
  auto operator<=>(const Id&) const = default;
  [[nodiscard]] std::size_t index() const { return value; }
};

}  // namespace slipway
