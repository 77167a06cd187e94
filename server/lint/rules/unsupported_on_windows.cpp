// tally's windows/no-run-mounts, no-chown-flag and no-stopsignal.

#include "catalog/images.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/image_reference.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

bool is_windows(const Context& context, const semantic::Stage& stage) {
  const auto* root = &stage;
  while (root->base_stage && root->base_stage->value < root->id.value) root = &context.model.stage(*root->base_stage);
  if (root->platform.substr(0, 7) == "windows") return true;
  const auto image = syntax::parse_image_reference(root->base_value.empty() ? root->base : std::string_view(root->base_value));
  return catalog::describe_image(image).family == catalog::Family::Windows;
}

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  if (!is_windows(context, stage)) return;
  for (auto id = semantic::InstructionId{stage.from.value + 1}; id < stage.end; ++id.value) {
    const auto& entry = context.analysis.instruction(id);
    const auto& syntax = entry.syntax();
    if (syntax.keyword == Keyword::Run && !syntax.mounts.empty()) {
      report.at(entry.place(syntax.mounts.front().range)).say("RUN --mount does not work in Windows containers.").level(Level::Error);
    }
    const auto* owner = syntax.keyword == Keyword::Copy || syntax.keyword == Keyword::Add ? syntax.flag("chown") : nullptr;
    if (owner != nullptr)
      report.at(entry.place(owner->range))
          .say("--chown has no effect in Windows containers: files belong to who runs the build.")
          .tag(Tag::Unnecessary);
    if (syntax.keyword == Keyword::Stopsignal)
      report.at(keyword_place(context.analysis, entry))
          .say("STOPSIGNAL has no effect in Windows containers, which know no signals.")
          .tag(Tag::Unnecessary);
  }
}

}  // namespace

extern const Rule unsupported_on_windows;
const Rule unsupported_on_windows = {
    .name = "unsupported-on-windows",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::Stage,
    .fix = std::nullopt,
    .summary = "An instruction that Windows containers do not know.",
    .why = "Mounts, owners by name and signals belong to Linux. On Windows the first fails the build, the others do nothing and mislead.",
    .peers = "As tally's three rules. A stage is for Windows when its base or its platform says so.",
    .check_stage = check,
};

}  // namespace slipway::lint
