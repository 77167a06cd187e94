// hadolint #1057. The managers that hadolint has no numbers for.

#include "lint/command_words.h"
#include "lint/packages.h"
#include "lint/runs.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using catalog::PackageFamily;

/// Whether the call takes names from the command line whose versions nothing else fixes.
bool names_packages(const Invocation& call) {
  const auto& command = *call.command;
  if (!call.installs() || has_flag(command, "path git")) return false;
  switch (call.manager->family) {
    case PackageFamily::Yarn:
    case PackageFamily::Pnpm: return call.verb_word->text == "add";
    case PackageFamily::Composer: return call.verb_word->text == "require";
    case PackageFamily::Cargo: return !has_flag(command, "version vers");
    case PackageFamily::Uv: return !has_flag(command, "r requirement requirements c constraint e editable") && !has_word(command, ".");
    default: return false;
  }
}

/// `@scope/name` begins with what elsewhere is the sign of a version; paths and addresses are files of their own.
bool is_fixed(const Invocation& call, std::string_view word) {
  const bool scoped = word.front() == '@';
  if (word.find("://") != std::string_view::npos || word.front() == '.' || word.front() == '/') return true;
  return is_pinned(call, scoped ? word.substr(1) : word);
}

/// `1.4.2`, `^3`, `>=2`, `dev-main`.
bool is_version(std::string_view word) {
  return is_digit(word.front()) || std::string_view("^~<>=*").find(word.front()) != std::string_view::npos || word.substr(0, 4) == "dev-";
}

void check(const Run& run, Report& report) {
  for (const auto& call : run.calls) {
    if (!names_packages(call)) continue;
    std::vector<const shell::Argument*> loose;
    for (const auto* word : call.operands()) {
      if (call.manager->family == PackageFamily::Composer && is_version(word->text)) {
        if (!loose.empty()) loose.pop_back();  // `require NAME VERSION`
      } else if (!word->has_expansion && !is_fixed(call, word->text)) {
        loose.push_back(word);
      }
    }
    const auto family = call.manager->family;
    report_unpinned(loose,
                    family == PackageFamily::Cargo      ? "ripgrep@14.1.0"
                    : family == PackageFamily::Composer ? "monolog/monolog:3.7.0"
                    : family == PackageFamily::Uv       ? "ruff==0.6.4"
                                                        : "serve@14.2.3",
                    report);
  }
}

}  // namespace

extern const Rule unpinned_tool;
const Rule unpinned_tool = {
    .name = "unpinned-tool",
    .aliases = {},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "yarn, pnpm, uv, cargo or composer installs packages without a version.",
    .why = "The same Dockerfile gives another image next month, and a new release of a package may break the build.",
    .peers = "Asked for in hadolint #1057; hadolint knows apt, apk, yum, dnf, zypper, pip, npm, gem and go.",
    .check_run = check,
};

}  // namespace slipway::lint
