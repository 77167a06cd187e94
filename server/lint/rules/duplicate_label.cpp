// tally's labels/no-duplicate-keys. The later label replaces the earlier one.

#include <map>
#include <string>

#include "lint/declared.h"
#include "lint/rule.h"
#include "lint/sections.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  for (const auto& section : sections(context)) {
    std::map<std::string, TextRange, std::less<>> earlier;
    each_instruction(context, section, [&](semantic::InstructionId, const semantic::InstructionEntry& entry) {
      if (entry.keyword() != syntax::Keyword::Label) return;
      for (const auto& pair : entry.syntax().pairs) {
        const auto key = without_quotes(pair.key.text);
        if (key.empty() || key.find('$') != std::string_view::npos) continue;
        const auto place = entry.place(pair.key.range);
        const auto before = earlier.find(key);
        if (before != earlier.end()) {
          report.at(before->second)
              .say("The label '" + std::string(key) + "' is set again in the same stage, and only the last value counts.")
              .related(place, "it is set again here")
              .tag(Tag::Unnecessary);
        }
        earlier.insert_or_assign(std::string(key), place);
      }
    });
  }
}

}  // namespace

extern const Rule duplicate_label;
const Rule duplicate_label = {
    .name = "duplicate-label",
    .aliases = {},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "A label is set twice in a stage.",
    .why = "The image has the last value only. Whoever reads or changes the first one is misled.",
    .peers = "As tally's labels/no-duplicate-keys.",
    .check_file = check,
};

}  // namespace slipway::lint
