// hadolint's DL3013. Versions of Python packages are not fixed.

#include <algorithm>
#include <array>

#include "lint/command_words.h"
#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

constexpr auto vcs = std::to_array<std::string_view>({"git+", "git:", "hg+", "svn+", "bzr+"});

/// An address of a repository needs a revision behind `@`; any other path or address is a file of its own.
bool is_fixed(const Invocation& call, std::string_view word) {
  const bool from_vcs =
      std::any_of(vcs.begin(), vcs.end(), [&](std::string_view scheme) { return word.substr(0, scheme.size()) == scheme; });
  if (from_vcs) return word.find('@') != std::string_view::npos;
  return word.find('/') != std::string_view::npos || is_pinned(call, word);
}

void check_call(const Invocation& call, Report& report) {
  const auto& command = *call.command;
  if (!call.installs() || has_word(command, "-r --requirement .") || has_flag(command, "c constraint requirement")) return;
  auto loose = loose_packages(call);
  std::erase_if(loose, [&](const shell::Argument* package) { return is_fixed(call, package->text); });
  report_unpinned(loose, "requests==2.32.3", report);
}

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Pip, [&](const Invocation& call) { check_call(call, report); });
  each_call(run, catalog::PackageFamily::Pipx, [&](const Invocation& call) { check_call(call, report); });
}

}  // namespace

extern const Rule unpinned_pip_package;
const Rule unpinned_pip_package = {
    .name = "unpinned-pip-package",
    .aliases = {"hadolint/DL3013"},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "`pip install` names packages without a version.",
    .why =
        "The same Dockerfile gives another image next month, and a new release of a package may break the build. Pin with `==`, or keep "
        "the versions in a requirements or constraints file.",
    .peers = "A word that is only a variable is not judged. Values of more options are known (hadolint #915).",
    .check_run = check,
};

}  // namespace slipway::lint
