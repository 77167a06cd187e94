// hadolint's DL3067. A stage is taken over with everything in it.

#include <algorithm>

#include "lint/declared.h"
#include "lint/places.h"
#include "lint/rule.h"

namespace slipway::lint {

namespace {

bool is_root(std::string_view path) { return without_quotes(path) == "/"; }

void check(const Context& context, semantic::InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  const auto& syntax = entry.syntax();
  if (syntax.keyword != syntax::Keyword::Copy || syntax.flag("from") == nullptr) return;
  const auto* target = syntax.destination();
  const auto sources = syntax.sources();
  if (target == nullptr || !is_root(target->text)) return;
  const auto whole = std::find_if(sources.begin(), sources.end(), [](const syntax::Word* source) { return is_root(source->text); });
  if (whole == sources.end()) return;
  // FROM scratch with everything of a stage is how layers are squeezed into one.
  const auto* stage = context.model.stage_of(id);
  const bool squashes = stage != nullptr && stage->base_kind == semantic::BaseKind::Scratch;
  report.at(on_first_line(context.analysis, entry, entry.place((*whole)->range)))
      .say(squashes ? "Everything of the other stage comes along, its build tools and caches too. Copy the files that the program needs."
                    : "Everything of the other stage is laid over this one, system files included. Copy the files that the program needs.")
      .level(squashes ? Level::Info : Level::Warning);
}

}  // namespace

extern const Rule copy_whole_filesystem;
const Rule copy_whole_filesystem = {
    .name = "copy-whole-filesystem",
    .aliases = {"hadolint/DL3067"},
    .level = Level::Warning,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Copy},
    .fix = std::nullopt,
    .summary = "A whole file system is copied from another stage.",
    .why = "Stages are there to leave things behind. With `/` everything comes along, and on a base of its own two systems are mixed.",
    .peers = "Into an empty image it is an information only: that is how layers are squeezed into one.",
    .check_instruction = check,
};

}  // namespace slipway::lint
