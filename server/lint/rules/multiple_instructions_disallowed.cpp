// BuildKit's MultipleInstructionsDisallowed (dockerfile2llb/validations.go, validateUsedOnce); the message is BuildKit's own. It stands on
// the earlier instruction, which is the one without effect.

#include <algorithm>
#include <map>
#include <optional>

#include "lint/build_walk.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

/// The instruction with its line gone; nothing where a comment would go with it, or for a trigger.
std::optional<Fix> removed(const Context& context, const semantic::InstructionEntry* entry) {
  if (entry == nullptr || !entry->syntax().line.comments().empty() || !entry->syntax().heredocs.empty()) return std::nullopt;
  const auto& source = context.analysis.source;
  const auto& lines = source.lines();
  const auto first = lines.line_start(lines.line_of(entry->range.begin));
  if (!trim(source.slice({first, entry->range.begin})).empty()) return std::nullopt;
  auto end = entry->range.end;
  while (end < source.size() && source.bytes()[end] != '\n') ++end;
  end = std::min(end + 1, source.size());
  if (!trim(source.slice({entry->range.end, end})).empty()) return std::nullopt;
  return replace({first, end}, "", "Remove this instruction", Safety::Safe);
}

void check(const Context& context, Report& report) {
  struct Earlier {
    semantic::StageId stage;
    TextRange place;
    const semantic::InstructionEntry* entry = nullptr;  ///< null for a trigger
  };
  std::map<Keyword, Earlier> earlier;
  walk_build(context, [&](const Step& step) {
    const auto keyword = step.syntax.keyword;
    if (keyword != Keyword::Cmd && keyword != Keyword::Entrypoint && keyword != Keyword::Healthcheck) return;
    const auto place = step.place(context.analysis, step.syntax.keyword_range);
    const auto before = earlier.find(keyword);
    if (before != earlier.end() && before->second.stage == step.stage.id) {
      auto finding = report.at(before->second.place);
      finding
          .say("Multiple " + step.syntax.written_keyword +
               " instructions should not be used in the same stage because only the last one will be used")
          .related(place, "this one replaces it")
          .tag(Tag::Unnecessary);
      if (auto fix = removed(context, before->second.entry)) finding.fix(std::move(*fix));
    }
    earlier.insert_or_assign(keyword, Earlier{step.stage.id, place, step.is_trigger ? nullptr : &step.home});
  });
}

}  // namespace

extern const Rule multiple_instructions_disallowed;
const Rule multiple_instructions_disallowed = {
    .name = "multiple-instructions-disallowed",
    .aliases = {"buildkit/MultipleInstructionsDisallowed"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Safe,
    .summary = "A stage has two CMD, two ENTRYPOINT or two HEALTHCHECK instructions.",
    .why = "The image keeps only the last of each kind; the others do nothing and mislead whoever reads the file.",
    .fix_note = "The instruction that a later one replaces is removed.",
    .check_file = check,
};

}  // namespace slipway::lint
