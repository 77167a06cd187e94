#pragma once
// Which Linux packages a RUN installs and removes.

#include <set>
#include <string>
#include <vector>

#include "shell/script.h"

namespace slipway::lint {

struct PackageChanges {
  std::vector<std::string> installed;  ///< as written, without version and architecture; each once
  std::set<std::string> removed;
  bool removes_unknown = false;  ///< a variable or a virtual package is removed: anything may be gone
};

/// False when a RUN surely changes no packages; looks at the text alone, since reading a script costs much more.
[[nodiscard]] bool may_change_packages(const syntax::Instruction& run);

/// What the managers of distributions (apt, apk, dnf …) do in a script. Words with variables in them are left out.
[[nodiscard]] PackageChanges package_changes(const shell::Script& script);

}  // namespace slipway::lint
