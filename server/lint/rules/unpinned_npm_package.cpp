// hadolint's DL3016. Versions of npm packages are not fixed.

#include <algorithm>
#include <array>

#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

constexpr auto paths = std::to_array<std::string_view>({"/", "./", "../", "~/"});
constexpr auto repositories = std::to_array<std::string_view>({"git://", "git+ssh://", "git+http://", "git+https://"});

template <class Beginnings>
bool begins_with_one(std::string_view word, const Beginnings& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view text) { return word.substr(0, text.size()) == text; });
}

bool is_fixed(const Invocation& call, std::string_view word) {
  if (begins_with_one(word, repositories)) return word.find('#') != std::string_view::npos;
  if (begins_with_one(word, paths)) return true;
  const bool scoped = word.substr(0, 1) == "@";
  return is_pinned(call, scoped ? word.substr(1) : word);
}

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Npm, [&](const Invocation& call) {
    if (!call.installs()) return;
    std::vector<const shell::Argument*> loose;
    for (const auto* word : call.operands()) {
      if (!word->has_expansion && !is_fixed(call, word->text)) loose.push_back(word);
    }
    report_unpinned(loose, "express@4.19.2", report);
  });
}

}  // namespace

extern const Rule unpinned_npm_package;
const Rule unpinned_npm_package = {
    .name = "unpinned-npm-package",
    .aliases = {"hadolint/DL3016"},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "`npm install` names packages without a version.",
    .why =
        "The same Dockerfile gives another image next month, and a new release of a package may break the build. What `package.json` and a "
        "lock file fix is installed with `npm ci`.",
    .peers = "`npm i` and `npm add` are `npm install` here. A word that is only a variable is not judged.",
    .check_run = check,
};

}  // namespace slipway::lint
