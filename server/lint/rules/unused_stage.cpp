// A stage that the last one does not need. A named one may be what somebody builds with --target.

#include <vector>

#include "lint/rule.h"
#include "lint/stage_words.h"

namespace slipway::lint {

namespace {

using semantic::ReferenceKind;
using semantic::Stage;

/// Stages that a misspelled word means, or that an ONBUILD trigger names. The first are reported by their typing mistake and come
/// back with its fix; of the second only some other file's build can tell.
class NamedElsewhere {
 public:
  explicit NamedElsewhere(const Context& context) : model_(context.model), named_(context.model.stages.size(), false) {
    for (const auto& stage : model_.stages) {
      if (stage.base_kind == semantic::BaseKind::Image) add_meant(stage.base, stage);
    }
    for (const auto& reference : model_.references) {
      const bool copies = reference.kind == ReferenceKind::StageInCopy || reference.kind == ReferenceKind::StageInMount;
      if (copies && !reference.stage && reference.in_stage) add_meant(reference.text, model_.stage(*reference.in_stage));
    }
    for (const auto& entry : context.analysis.instructions) {
      if (entry.keyword() == syntax::Keyword::Onbuild && entry.syntax().trigger) add_trigger(*entry.syntax().trigger);
    }
  }
  [[nodiscard]] bool holds(const Stage& stage) const { return named_[stage.id.index()]; }

 private:
  void add_meant(std::string_view word, const Stage& here) {
    if (!is_plain_name(word)) return;
    if (const auto* meant = probably_meant(model_, word, &here, Distance::Two)) named_[meant->id.index()] = true;
  }
  void add_trigger(const syntax::Instruction& trigger) {
    const auto* from = trigger.flag("from");
    if (from == nullptr || !from->value) return;
    const auto index = syntax::stage_index(*from->value);
    if (index && *index >= 0 && *index < static_cast<std::int64_t>(named_.size())) named_[static_cast<std::size_t>(*index)] = true;
    if (const auto* stage = model_.find_stage(*from->value)) named_[stage->id.index()] = true;
  }

  const semantic::Model& model_;
  std::vector<bool> named_;
};

void report_unused(const Stage& stage, Report& report) {
  if (stage.name.empty()) {
    report.at(stage.base_range)
        .say(
            "Nothing uses this stage: no later stage copies from it or stands on it, and without a name it cannot be a target. BuildKit "
            "skips it. "
            "Copy from it with --from=" +
            std::to_string(stage.id.value) + ", or delete it.")
        .tag(Tag::Unnecessary);
    return;
  }
  report.at(stage.name_range)
      .say("The last stage does not need the stage '" + stage.name + "': it is built only with --target " + stage.name + ".")
      .level(Level::Hint)
      .tag(Tag::Unnecessary);
}

void check(const Context& context, Report& report) {
  const NamedElsewhere named(context);
  for (const auto& stage : context.model.stages) {
    if (!stage.needed && stage.base_kind != semantic::BaseKind::Missing && !named.holds(stage)) report_unused(stage, report);
  }
}

}  // namespace

extern const Rule unused_stage;
const Rule unused_stage = {
    .name = "unused-stage",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "A stage that the image does not need.",
    .why =
        "BuildKit builds only what the target needs, which is the last stage unless `--target` says otherwise. A stage that nothing refers "
        "to is skipped "
        "silently, and so are the tests or files in it. A stage with a name may be a target of its own, so that is only a hint.",
    .check_file = check,
};

}  // namespace slipway::lint
