#pragma once
// What rules about package managers have in common: walking through their calls, and the findings that differ by a word only.

#include <string>
#include <string_view>
#include <vector>

#include "lint/invocation.h"
#include "lint/runs.h"

namespace slipway::lint {

/// Calls `visit(call)` for each call of a manager of the family.
template <class Visit>
void each_call(const Run& run, catalog::PackageFamily family, Visit visit) {
  for (const auto& call : run.calls) {
    if (call.manager->family == family) visit(call);
  }
}

/// The packages without a version.
[[nodiscard]] std::vector<const shell::Argument*> loose_packages(const Invocation& invocation);

/// One finding for all of `loose`, at the first; nothing when there are none. `form` is how a version is written: `curl=7.88.1`. `begin` is
/// where the instruction begins, for rules that look at the file.
void report_unpinned(const std::vector<const shell::Argument*>& loose, std::string_view form, Report& report, text::Offset begin = 0);

/// A finding when no flag answers the manager's questions; the fix puts `flag` behind the verb.
void report_without_yes(const Run& run, const Invocation& invocation, std::string_view flag, Report& report);

/// True when the command empties the manager's cache: its own verb, or `rm -r` of its folders.
[[nodiscard]] bool empties_cache(const shell::Command& command, const catalog::PackageManager& manager);

/// True when `rm -r` takes away something whose path holds `part`, a folder above it, or what a variable names.
[[nodiscard]] bool removes_folder(const shell::Command& command, std::string_view part);

/// The first installation (or upgrade) of the family whose cache no later command of the same RUN empties; null when there is none.
[[nodiscard]] const Invocation* leaves_cache(const Run& run, catalog::PackageFamily family);

/// A finding when the family's cache stays in the layer; the fix runs `clean` behind the installation.
void report_cache(const Run& run, catalog::PackageFamily family, std::string_view clean, Report& report);

/// A fix that runs another command when `command` was successful; nothing where the place is not simple enough.
[[nodiscard]] std::optional<Fix> run_behind(const Run& run, const shell::Command& command, std::string_view text, Safety safety);

/// True for a word such as `bash-$VERSION` whose version comes from a variable that the file or the script sets.
[[nodiscard]] bool has_version_variable(const Context& context, semantic::InstructionId id, const Run& run, std::string_view package);

/// A version behind a name as RPM has them: `bash-5.1.8-9.el9`. Some part behind a dash begins with a digit.
[[nodiscard]] bool has_rpm_version(std::string_view package);

}  // namespace slipway::lint
