#pragma once
// How each package manager is told to install, update, clean and answer yes by itself, and how a version is fixed. Read by
// lint/invocation.h; no rule knows a program's options by itself.

#include <cstdint>
#include <span>
#include <string_view>

namespace slipway::catalog {

/// Managers that share packages and habits.
enum class PackageFamily : std::uint8_t {
  Apt,
  Apk,
  Yum,
  Dnf,
  Zypper,
  Pacman,
  Pip,
  Pipx,
  Uv,
  Poetry,
  Npm,
  Yarn,
  Pnpm,
  Gem,
  Bundle,
  Go,
  Cargo,
  Composer,
  Conda,
};

/// What a command of a package manager does.
enum class PackageVerb : std::uint8_t { None, Install, InstallGroup, Update, Upgrade, Clean, Remove, Run };

/// One program. Lists are words between blanks; flags stand without their dashes.
struct PackageManager {
  std::string_view program = {};
  PackageFamily family = PackageFamily::Apt;
  std::string_view install = {};
  std::string_view install_group = {};  ///< installs sets of packages, which have names but no versions
  std::string_view update = {};         ///< fetches the lists of packages
  std::string_view upgrade = {};        ///< puts newer versions in place of what is there
  std::string_view clean = {};          ///< empties the cache; a verb of two words has `_` between them
  std::string_view remove = {};
  std::string_view run = {};       ///< fetches and starts a program
  std::string_view yes = {};       ///< flags that answer its questions
  std::string_view valued = {};    ///< flags that take the next word
  std::string_view pins = {};      ///< any of these in a word fixes a version
  std::string_view files = {};     ///< endings of words that are package files
  std::string_view no_cache = {};  ///< flags that keep nothing
  std::string_view cache = {};     ///< folders that it fills, parts of their paths
};

/// All rows; those of one family stand together.
[[nodiscard]] std::span<const PackageManager> package_managers();

/// The row of a program by its name without folders; null for others. Versions in a program's name do not matter: pip3.12 is pip.
[[nodiscard]] const PackageManager* find_package_manager(std::string_view program);

/// What `word` means as a verb of the manager.
[[nodiscard]] PackageVerb verb_of(const PackageManager& manager, std::string_view word);

/// True when a flag (without dashes) takes the next word.
[[nodiscard]] bool takes_value(const PackageManager& manager, std::string_view flag);

/// True when `word` is one of the words of a list of this table.
[[nodiscard]] bool is_listed(std::string_view list, std::string_view word);

/// A program that fetches things from the net.
struct DownloadTool {
  std::string_view program = {};
  std::string_view valued = {};     ///< flags that take the next word
  std::string_view quiet = {};      ///< flags that keep its progress out of the log
  std::string_view redirects = {};  ///< flags that make it follow redirects; empty when it does so by itself
  std::string_view output = {};     ///< flags that name the file it writes
  std::string_view lookups = {};    ///< flags with which it fetches nothing
};

/// Null for other programs.
[[nodiscard]] const DownloadTool* find_download_tool(std::string_view program);

}  // namespace slipway::catalog
