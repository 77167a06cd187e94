// The table of ecosystems, in the order in which they are asked.

#include <array>

#include "catalog/ecosystems.h"
#include "refactor/multistage/ecosystems/ecosystem.h"

namespace slipway::refactor::multistage {

namespace {

constexpr auto table = std::to_array<Ecosystem>({
    {"go", fits_go, understand_go},
    {"node", fits_node, understand_node},
});

bool has_row(std::string_view ecosystem) {
  for (const Ecosystem& each : table) {
    if (each.name == ecosystem) return true;
  }
  return false;
}

}  // namespace

std::span<const Ecosystem> ecosystems() { return table; }

bool uses_ecosystem(const Facts& facts, std::string_view ecosystem) {
  for (const auto& actions : facts.actions) {
    for (const Action& action : actions) {
      if (action.ecosystem == ecosystem && (action.act == Act::Dependencies || action.act == Act::Build)) return true;
    }
  }
  return false;
}

std::string_view other_ecosystem(const Facts& facts) {
  const std::string_view of_image = catalog::ecosystem_of_image(facts.image.short_name());
  if (!of_image.empty() && has_row(of_image) && uses_ecosystem(facts, of_image)) return {};
  if (!of_image.empty() && !has_row(of_image)) return of_image;
  std::string_view other;
  for (const auto& actions : facts.actions) {
    for (const Action& action : actions) {
      if (action.act != Act::Dependencies && action.act != Act::Build) continue;
      if (has_row(action.ecosystem)) return {};
      other = action.ecosystem;
    }
  }
  return other;
}

}  // namespace slipway::refactor::multistage
