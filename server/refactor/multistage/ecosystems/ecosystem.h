#pragma once
// One language's world of tools: how to recognise it, and what its builds leave and need. A new one is one file and one row in the table.

#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "refactor/multistage/evidence.h"

namespace slipway::refactor::multistage {

using Understood = std::variant<Evidence, Refusal>;

struct Ecosystem {
  std::string_view name;
  /// True when this ecosystem's tools make what the stage starts.
  bool (*fits)(const Facts& facts) = nullptr;
  /// Everything about the conversion that only this ecosystem knows.
  Understood (*understand)(const Facts& facts) = nullptr;
};

/// In the order in which they are asked.
[[nodiscard]] std::span<const Ecosystem> ecosystems();

/// Rows of the table.
[[nodiscard]] bool fits_go(const Facts& facts);
[[nodiscard]] Understood understand_go(const Facts& facts);
[[nodiscard]] bool fits_node(const Facts& facts);
[[nodiscard]] Understood understand_node(const Facts& facts);

/// The ecosystem of a tool used in some RUN that has no row in the table yet; empty when there is none.
[[nodiscard]] std::string_view other_ecosystem(const Facts& facts);

/// True when a RUN uses a tool of the ecosystem to fetch or to build.
[[nodiscard]] bool uses_ecosystem(const Facts& facts, std::string_view ecosystem);

}  // namespace slipway::refactor::multistage
