// BuildKit's LegacyKeyValueFormat (convert.go, dispatchEnv and dispatchLabel); the message is BuildKit's own.

#include "lint/build_walk.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

using syntax::Keyword;

/// `"value"` where the value needs quotes to stay one word; nothing where quotes or escapes in it make that a matter of judgement.
std::optional<std::string> as_one_word(std::string_view value) {
  if (value.find_first_of("\"'\\\n") != std::string_view::npos) return std::nullopt;
  if (value.find_first_of(" \t") == std::string_view::npos) return std::string(value);
  return "\"" + std::string(value) + "\"";
}

void check(const Context& context, Report& report) {
  const auto source = context.analysis.source.bytes();
  walk_build(context, [&](const Step& step) {
    const auto& syntax = step.syntax;
    if ((syntax.keyword != Keyword::Env && syntax.keyword != Keyword::Label) || syntax.pairs.size() != 1 || !syntax.pairs.front().value)
      return;
    const auto& pair = syntax.pairs.front();
    const auto key = step.home.place(pair.key.range);
    const auto value = step.home.place(pair.value->range);
    if (key.end < source.size() && source[key.end] == '=') return;
    auto finding = report.at(step.place(context.analysis, pair.range));
    finding.say("\"" + syntax.written_keyword + " key=value\" should be used instead of legacy \"" + syntax.written_keyword +
                " key value\" format");
    if (const auto word = as_one_word(pair.value->text); word && !step.is_trigger) {
      finding.fix({"Write '" + pair.key.text + "=…'", Safety::Safe, {{{key.end, value.end}, "=" + *word}}});
    }
  });
}

}  // namespace

extern const Rule legacy_key_value_format;
const Rule legacy_key_value_format = {
    .name = "legacy-key-value-format",
    .aliases = {"buildkit/LegacyKeyValueFormat"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Safe,
    .summary = "ENV or LABEL is written as `key value`.",
    .why =
        "The old form without `=` takes the rest of the line as the value, so it cannot set two variables and reads like something else. "
        "`key=value` says what "
        "is meant.",
    .fix_note = "An equals sign is put between key and value, and quotes around a value with blanks.",
    .check_file = check,
};

}  // namespace slipway::lint
