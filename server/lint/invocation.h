#pragma once
// A call of a package manager, read with the table of catalog/package_managers.h.

#include <optional>
#include <vector>

#include "catalog/package_managers.h"
#include "shell/script.h"

namespace slipway::lint {

/// What a command asks a package manager to do. Points into the command.
struct Invocation {
  const catalog::PackageManager* manager = nullptr;
  const shell::Command* command = nullptr;
  catalog::PackageVerb verb = catalog::PackageVerb::None;
  const shell::Argument* verb_word = nullptr;  ///< the last word of the verb; null without one

  /// The words behind the verb that are neither flags nor their values: packages, files, groups.
  [[nodiscard]] std::vector<const shell::Argument*> operands() const;
  [[nodiscard]] bool installs() const { return verb == catalog::PackageVerb::Install; }
};

/// Nothing for a command that is no package manager. `python -m pip …` is pip.
[[nodiscard]] std::optional<Invocation> invocation_of(const shell::Command& command);

/// The same when the command is a manager of this family, else nothing; costs little for other commands.
[[nodiscard]] std::optional<Invocation> invocation_of(const shell::Command& command, catalog::PackageFamily family);

/// True when a package's word fixes its version, names a file, or is a path or an address.
[[nodiscard]] bool is_pinned(const Invocation& invocation, std::string_view word);

}  // namespace slipway::lint
