// hadolint's DL3033. Versions of packages are not fixed.

#include "lint/command_words.h"
#include "lint/packages.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

using shell::Argument;

bool is_fixed(const Context& context, semantic::InstructionId id, const Run& run, const Invocation& call, const Argument& word) {
  if (has_word(*call.command, "module")) return word.text.find(':') != std::string::npos;
  if (has_rpm_version(word.text) || word.text.find('/') != std::string::npos) return true;
  if (!word.has_expansion) return false;
  // A word that is a variable alone may hold its version; behind a dash the variable is the version.
  return word.text.find('-') == std::string::npos || has_version_variable(context, id, run, word.text);
}

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto* run = run_at(context, id);
  if (run == nullptr) return;
  std::vector<const Argument*> loose;
  each_call(*run, catalog::PackageFamily::Yum, [&](const Invocation& call) {
    if (!call.installs() || call.verb_word->text != "install") return;
    for (const auto* word : call.operands()) {
      if (word->text.front() != '@' && !is_fixed(context, id, *run, call, *word)) loose.push_back(word);
    }
  });
  report_unpinned(loose, "httpd-2.4.6", report, context.analysis.instruction(id).range.begin);
}

}  // namespace

extern const Rule unpinned_yum_package;
const Rule unpinned_yum_package = {
    .name = "unpinned-yum-package",
    .aliases = {"hadolint/DL3033"},
    .level = Level::Hint,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Run, syntax::Keyword::Onbuild},
    .fix = std::nullopt,
    .summary = "`yum install` names packages without a version.",
    .why =
        "The same Dockerfile gives another image next month, and a build that worked may fail because of a package that nobody changed "
        "here. Repositories drop old versions, so pin what the program depends on, or pin the base image by its digest, and switch this "
        "hint off otherwise.",
    .peers =
        "A version may come from a variable of the script too (hadolint #1143). A word that is only a variable, and groups (`@tools`), are "
        "not judged.",
    .check_instruction = check,
};

}  // namespace slipway::lint
