// COPY --from and RUN --mount=from with a word that is no stage. BuildKit takes such a word for an image (convert.go, toCommand), so a
// misspelled stage fails late, while pulling. A number that is no stage is an error at once, in BuildKit's words.

#include <set>

#include "lint/places.h"
#include "lint/rule.h"
#include "lint/stage_words.h"
#include "support/strings.h"
#include "syntax/stage_reference.h"

namespace slipway::lint {

namespace {

using semantic::Reference;
using semantic::ReferenceKind;

bool is_named_context(const Context& context, std::string_view name) {
  for (const auto& known : context.analysis.inputs.named_contexts) {
    if (equals_ignoring_case(known, name)) return true;
  }
  return false;
}

/// How many numbers BuildKit has given out before an instruction: one a stage, then one for each image that an earlier COPY --from names
/// and for each earlier mount without a stage. Asked for one instruction after the other.
class StageNumbers {
 public:
  explicit StageNumbers(const Context& context)
      : context_(context), next_(context.model.stages.front().from), count_(static_cast<std::int64_t>(context.model.stages.size())) {
    for (const auto& stage : context.model.stages) names_.insert(stage.name);
  }

  std::int64_t before(semantic::InstructionId instruction) {
    for (; next_ < instruction; ++next_.value) add(context_.analysis.instruction(next_).syntax());
    return count_;
  }

 private:
  [[nodiscard]] bool is_stage(const std::string& name) const { return names_.count(to_lower(name)) != 0; }

  void add(const syntax::Instruction& syntax) {
    for (const auto& mount : syntax.mounts) {
      const auto* from = mount.find("from");
      const bool named = from != nullptr && from->value && !from->value->empty();
      if (!is_stage(named ? *from->value : "scratch")) ++count_;
    }
    if (syntax.keyword != syntax::Keyword::Copy) return;
    const auto* from = syntax.flag("from");
    if (from != nullptr && from->value && !from->value->empty() && !syntax::stage_index(*from->value) && !is_stage(*from->value)) ++count_;
  }

  const Context& context_;
  semantic::InstructionId next_;  ///< the first instruction that is not counted yet
  std::int64_t count_;
  std::set<std::string> names_;
};

std::string numbers_of(const semantic::Model& model) {
  const auto count = model.stages.size();
  return count == 1 ? "The file has one stage, number 0."
                    : "The file has " + std::to_string(count) + " stages, numbered from 0 to " + std::to_string(count - 1) + ".";
}

void check_number(const Context& context, const Reference& reference, std::int64_t number, StageNumbers& numbers, Report& report) {
  if (number >= 0 && number < numbers.before(reference.instruction)) return;
  const auto& entry = context.analysis.instruction(reference.instruction);
  report.at(on_first_line(context.analysis, entry, reference.range))
      .say("invalid stage index " + std::to_string(number) + ". " + numbers_of(context.model))
      .level(Level::Error)
      .alias("buildkit/error");
}

void check_name(const Context& context, const Reference& reference, Report& report) {
  const auto name = std::string(reference.text);
  if (!is_plain_name(name) || is_named_context(context, name)) return;
  const auto* here = reference.in_stage ? &context.model.stage(*reference.in_stage) : nullptr;
  if (reference.kind == ReferenceKind::StageInMount && syntax::stage_index(name)) {
    report.at(reference.range)
        .say("A mount does not know stages by number: BuildKit will look for an image named '" + name +
             "'. Name the stage with AS and write that name.");
    return;
  }
  if (is_known_image(name)) return;
  if (const auto* meant = probably_meant(context.model, name, here, Distance::Two)) {
    report.at(reference.range)
        .say("No stage is named '" + name + "', so BuildKit will look for an image of that name. Did you mean the stage '" + meant->name +
             "'?")
        .fix(replace(reference.range, meant->name, "Change to '" + meant->name + "'", Safety::Unsafe))
        .related(meant->name_range, "stage '" + meant->name + "' is defined here");
    return;
  }
  report.at(reference.range)
      .say("No stage is named '" + name +
           "', so BuildKit will look for an image of that name. Name a stage of this file, or write the image with its tag.");
}

void check(const Context& context, Report& report) {
  if (context.model.stages.empty()) return;
  StageNumbers numbers(context);
  for (const auto& reference : context.model.references) {
    const bool copies = reference.kind == ReferenceKind::StageInCopy;
    if ((!copies && reference.kind != ReferenceKind::StageInMount) || reference.stage || !reference.in_stage) continue;
    const auto number = copies ? syntax::stage_index(reference.text) : std::nullopt;
    if (number) {
      check_number(context, reference, *number, numbers, report);
    } else {
      check_name(context, reference, report);
    }
  }
}

}  // namespace

extern const Rule copy_from_unknown_stage;
const Rule copy_from_unknown_stage = {
    .name = "copy-from-unknown-stage",
    .aliases = {},
    .finding_aliases = {"buildkit/error"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = Safety::Unsafe,
    .summary = "`COPY --from` or a mount names a stage that does not exist.",
    .why =
        "BuildKit takes a word that is no stage's name for the name of an image and tries to pull it. A misspelled stage name therefore "
        "fails late, "
        "with a message about a registry, or worse: it finds somebody else's image of that name and copies from that. A number that "
        "belongs to no "
        "stage fails at once. Names of images that everybody knows, and names with a tag, a path or a registry, are not reported.",
    .fix_note = "The name is changed to the stage that was probably meant.",
    .check_file = check,
};

}  // namespace slipway::lint
