// BuildKit's MultipleInstructionsDisallowed (dockerfile2llb/validations.go, validateUsedOnce); the message is BuildKit's own. It stands on
// the earlier instruction, which is the one without effect.

#include <map>

#include "lint/build_walk.h"
#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

void check(const Context& context, Report& report) {
  struct Earlier {
    semantic::StageId stage;
    TextRange place;
  };
  std::map<Keyword, Earlier> earlier;
  walk_build(context, [&](const Step& step) {
    const auto keyword = step.syntax.keyword;
    if (keyword != Keyword::Cmd && keyword != Keyword::Entrypoint && keyword != Keyword::Healthcheck) return;
    const auto place = step.place(context.analysis, step.syntax.keyword_range);
    const auto before = earlier.find(keyword);
    if (before != earlier.end() && before->second.stage == step.stage.id) {
      report.at(before->second.place)
          .say("Multiple " + step.syntax.written_keyword +
               " instructions should not be used in the same stage because only the last one will be used")
          .related(place, "this one replaces it")
          .tag(Tag::Unnecessary);
    }
    earlier.insert_or_assign(keyword, Earlier{step.stage.id, place});
  });
}

}  // namespace

extern const Rule multiple_instructions_disallowed;
const Rule multiple_instructions_disallowed = {
    .name = "multiple-instructions-disallowed",
    .aliases = {"buildkit/MultipleInstructionsDisallowed"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "A stage has two CMD, two ENTRYPOINT or two HEALTHCHECK instructions.",
    .why = "The image keeps only the last of each kind; the others do nothing and mislead whoever reads the file.",
    .check_file = check,
};

}  // namespace slipway::lint
