// tally's php/composer-no-dev-in-production.

#include <algorithm>
#include <array>

#include "lint/command_words.h"
#include "lint/declared.h"
#include "lint/packages.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

constexpr auto development = std::to_array<std::string_view>({"dev", "development", "test", "testing", "ci", "debug"});

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto* run = plain_run_at(context, id);
  const auto* stage = context.model.stage_of(id);
  if (run == nullptr || run->calls.empty() ||
      (stage != nullptr && std::find(development.begin(), development.end(), stage->name) != development.end()))
    return;
  const auto& entry = context.analysis.instruction(id);
  each_call(*run, catalog::PackageFamily::Composer, [&](const Invocation& call) {
    if (!call.installs() || call.verb_word->text != "install" || has_flag(*call.command, "no-dev dev dry-run")) return;
    if (!env_values_above(context, id, "COMPOSER_NO_DEV").empty() || arg_above(context, id, "COMPOSER_NO_DEV")) return;
    auto finding = report.at(entry.place(call.verb_word->range));
    finding.say("Packages for development and tests are installed too. Add `--no-dev` for the image that is shipped.");
    if (auto fix = insert_behind(*run, *call.command, *call.verb_word, "--no-dev", Safety::Unsafe)) {
      for (auto& edit : fix->edits) edit.range = entry.place(edit.range);
      finding.fix(std::move(*fix));
    }
  });
}

}  // namespace

extern const Rule composer_dev_packages;
const Rule composer_dev_packages = {
    .name = "composer-dev-packages",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Run},
    .fix = Safety::Unsafe,
    .summary = "`composer install` brings packages for development.",
    .why = "Test frameworks and debuggers make the image larger and give an attacker more to work with.",
    .fix_note = "`--no-dev` is added. A build step that runs tests needs those packages.",
    .check_instruction = check,
};

}  // namespace slipway::lint
