#pragma once
// Places in a text, in bytes.

#include <compare>
#include <cstdint>

namespace slipway::text {

/// A place in a text: bytes from its first byte.
using Offset = std::uint32_t;

/// A half-open range of bytes. `begin <= end`; an empty range is a place between two bytes.
struct TextRange {
  Offset begin = 0;
  Offset end = 0;

  auto operator<=>(const TextRange&) const = default;
  [[nodiscard]] Offset size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  /// True for a cursor in the range or at either edge of it.
  [[nodiscard]] bool touches(Offset offset) const { return begin <= offset && offset <= end; }
  [[nodiscard]] bool contains(TextRange other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(TextRange other) const { return begin < other.end && other.begin < end; }
  /// The range moved `distance` bytes on: from a place relative to an instruction to one in the file.
  [[nodiscard]] TextRange shifted(Offset distance) const { return {begin + distance, end + distance}; }
};

}  // namespace slipway::text
