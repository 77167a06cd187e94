// hadolint's DL3012, DL4003 and DL4004. BuildKit's MultipleInstructionsDisallowed covers them in a stage; here they are seen in fragments
// too.

#include <array>

#include "lint/places.h"
#include "lint/rule.h"
#include "lint/sections.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;
using syntax::Keyword;

struct Kind {
  Keyword keyword;
  std::string_view alias;
};
constexpr auto kinds = std::to_array<Kind>(
    {{Keyword::Cmd, "hadolint/DL4003"}, {Keyword::Entrypoint, "hadolint/DL4004"}, {Keyword::Healthcheck, "hadolint/DL3012"}});

void check(const Context& context, Report& report) {
  for (const auto& section : sections(context)) {
    for (const auto& kind : kinds) {
      const semantic::InstructionEntry* before = nullptr;
      each_instruction(context, section, [&](InstructionId, const semantic::InstructionEntry& entry) {
        if (entry.keyword() != kind.keyword) return;
        if (before != nullptr) {
          report.at(keyword_place(context.analysis, *before))
              .say("A later " + to_upper(entry.syntax().written_keyword) + " of the same stage replaces this one, which does nothing.")
              .related(keyword_place(context.analysis, entry), "this one replaces it")
              .tag(Tag::Unnecessary)
              .alias(kind.alias);
        }
        before = &entry;
      });
    }
  }
}

}  // namespace

extern const Rule replaced_instruction;
const Rule replaced_instruction = {
    .name = "replaced-instruction",
    .aliases = {},
    .finding_aliases = {"hadolint/DL3012", "hadolint/DL4003", "hadolint/DL4004"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "A later instruction of the same kind replaces this one.",
    .why = "The image keeps only the last CMD, ENTRYPOINT and HEALTHCHECK; the others do nothing and mislead whoever reads the file.",
    .peers = "It stands on the instruction without effect, as BuildKit's check does; hadolint reports the later one.",
    .covered_by = {"multiple-instructions-disallowed"},
    .check_file = check,
};

}  // namespace slipway::lint
