#pragma once
// Which tool of which language's world a command belongs to, and what it does in a build. Read by the conversion to
// multi-stage.

#include <optional>
#include <string_view>

namespace slipway::catalog {

/// What a command of a build tool is for.
enum class ToolRole {
  Dependencies,  ///< fetches or installs what the sources need
  Build,         ///< compiles, bundles or packs
  Check,         ///< tests, lints; leaves nothing that a later step needs
  Settings,      ///< changes the tool's own settings or prints something
};

/// The purpose of `program subcommand` in an ecosystem.
struct ToolUse {
  std::string_view program;
  std::string_view subcommand;  ///< empty: any, or none
  std::string_view ecosystem;
  ToolRole role = ToolRole::Build;
};

/// The use of a tool; the row with the very subcommand wins over the row for any. Null for a program that builds nothing.
[[nodiscard]] const ToolUse* find_tool_use(std::string_view program, std::string_view subcommand);

/// The ecosystem whose official tool image has this short name ("golang" → "go"); empty when it is none.
[[nodiscard]] std::string_view ecosystem_of_image(std::string_view short_name);

/// Why a program that a container starts must not be moved away from its build tools.
enum class StartRole { Builds, DevelopmentServer };

/// A start command that builds or serves for development: `words` stand among the program's arguments (separated by a blank, all of
/// them); empty: whatever the arguments are.
struct BuildingStart {
  std::string_view program;
  std::string_view words;
  StartRole role = StartRole::Builds;
};

/// The row that fits a started program; `has_word` tells whether one of its arguments equals a word. Nothing for ordinary programs.
template <class HasWord>
[[nodiscard]] std::optional<BuildingStart> find_building_start(std::string_view program, HasWord has_word);

/// A row by its number; nothing behind the last. For find_building_start.
[[nodiscard]] const BuildingStart* building_start(std::size_t row);

template <class HasWord>
std::optional<BuildingStart> find_building_start(std::string_view program, HasWord has_word) {
  for (std::size_t row = 0; const BuildingStart* start = building_start(row); ++row) {
    if (start->program != program) continue;
    std::string_view words = start->words;
    bool fits = true;
    while (fits && !words.empty()) {
      const auto blank = words.find(' ');
      fits = has_word(words.substr(0, blank));
      words.remove_prefix(blank == std::string_view::npos ? words.size() : blank + 1);
    }
    if (fits) return *start;
  }
  return std::nullopt;
}

}  // namespace slipway::catalog
