// hadolint's DL3022, where the word may well be an image.

#include "lint/declared.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"
#include "syntax/stage_reference.h"

namespace slipway::lint {

namespace {

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != syntax::Keyword::Copy) return;
  const auto* from = entry.syntax().flag("from");
  if (from == nullptr || !from->value || from->value->empty()) return;
  const std::string_view word = without_quotes(*from->value);
  if (word.find(':') != std::string_view::npos) return;
  const auto* here = context.model.stage_of(id);
  const auto index = syntax::stage_index(word);
  const auto count = here == nullptr ? 0 : static_cast<std::int64_t>(here->id.value) + 1;
  if (index && *index >= 0 && *index < count) return;
  const auto* stage = context.model.find_stage(word);
  if (stage != nullptr && here != nullptr && stage->id.value <= here->id.value) return;
  for (const auto& known : context.analysis.inputs.named_contexts) {
    if (equals_ignoring_case(known, word)) return;
  }
  report.at(on_first_line(context.analysis, entry, entry.place(from->value_range)))
      .say("'" + std::string(word) +
           "' is no stage of this file, so the files come from an image of that name, whatever is newest. Write it with a tag, or name a "
           "stage.");
}

}  // namespace

extern const Rule copy_from_image;
const Rule copy_from_image = {
    .name = "copy-from-image",
    .aliases = {"hadolint/DL3022"},
    .level = Level::Info,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Copy},
    .fix = std::nullopt,
    .summary = "`COPY --from` names an image without a tag.",
    .why =
        "An image without a tag is whatever is newest, so the copied files change without a change in this file. Where a stage was meant, "
        "the build takes them from somewhere else altogether.",
    .peers =
        "Names of additional build contexts that are known count as defined. Words that are probably misspelled stages are reported by "
        "copy-from-unknown-stage, under the same number.",
    .covered_by = {"copy-from-unknown-stage", "copy-from-later-stage", "copy-from-self", "buildkit-error"},
    .check_instruction = check,
};

}  // namespace slipway::lint
