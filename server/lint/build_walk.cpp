#include "lint/build_walk.h"

#include <vector>

#include "lint/places.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;
using semantic::Stage;
using syntax::Keyword;

class Walker {
 public:
  Walker(const Context& context, const Visit& visit) : context_(context), visit_(visit), has_shell_(context.model.stages.size()) {}

  void run() {
    for (const auto& stage : context_.model.stages) {
      bool has_shell = stage.base_stage && has_shell_[stage.base_stage->index()];
      walk_triggers(stage, has_shell);
      for (InstructionId id{stage.from.value + 1}; id < stage.end; ++id.value) {
        const auto& entry = context_.analysis.instruction(id);
        visit_({stage, entry.syntax(), entry, entry, false, has_shell});
        has_shell = has_shell || entry.keyword() == Keyword::Shell;
      }
      has_shell_[stage.id.index()] = has_shell;
    }
  }

 private:
  /// Only stages that the target needs run the triggers of the stage below (convert.go, resolveStages).
  void walk_triggers(const Stage& stage, bool& has_shell) {
    if (!stage.base_stage || !stage.needed) return;
    const auto& base = context_.model.stage(*stage.base_stage);
    for (InstructionId id{base.from.value + 1}; id < base.end; ++id.value) {
      const auto& entry = context_.analysis.instruction(id);
      const auto* trigger = entry.keyword() == Keyword::Onbuild ? entry.syntax().trigger.get() : nullptr;
      if (trigger == nullptr) continue;
      visit_({stage, *trigger, entry, context_.analysis.instruction(stage.from), true, has_shell});
      has_shell = has_shell || trigger->keyword == Keyword::Shell;
    }
  }

  const Context& context_;
  const Visit& visit_;
  std::vector<bool> has_shell_;  ///< by stage: at its end
};

}  // namespace

TextRange Step::place(const semantic::Analysis& analysis, TextRange range) const {
  return is_trigger ? keyword_place(analysis, reported) : on_first_line(analysis, reported, reported.place(range));
}

void walk_build(const Context& context, const Visit& visit) { Walker(context, visit).run(); }

}  // namespace slipway::lint
