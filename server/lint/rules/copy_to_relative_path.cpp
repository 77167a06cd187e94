// hadolint's DL3045. Where the file lands depends on the base image.

#include "lint/declared.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

using semantic::InstructionId;
using syntax::Keyword;

bool is_relative(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.front() == '$' || path.front() == '\\') return false;
  return !(path.size() > 1 && is_letter(path.front()) && path[1] == ':');
}

bool has_workdir_above(const Context& context, InstructionId id) {
  bool found = false;
  walk_up(context, id, [&](InstructionId above) {
    found = context.analysis.instruction(above).keyword() == Keyword::Workdir;
    return !found;
  });
  return found;
}

void check(const Context& context, InstructionId id, Report& report) {
  const auto& entry = context.analysis.instruction(id);
  if (entry.keyword() != Keyword::Copy) return;
  const auto* target = entry.syntax().destination();
  if (target == nullptr || !is_relative(without_quotes(target->text)) || has_workdir_above(context, id)) return;
  const auto* stage = context.model.stage_of(id);
  if (stage != nullptr && stage->base_kind == semantic::BaseKind::Scratch) return;  // begins at `/` for sure
  report.at(on_first_line(context.analysis, entry, entry.place(target->range)))
      .say(
          "This path begins in the working folder of the base image, which another version may change. Put an absolute WORKDIR before, or "
          "write the path from `/`.");
}

}  // namespace

extern const Rule copy_to_relative_path;
const Rule copy_to_relative_path = {
    .name = "copy-to-relative-path",
    .aliases = {"hadolint/DL3045"},
    .level = Level::Info,
    .scope = Scope::Place,
    .keywords = {syntax::Keyword::Copy},
    .fix = std::nullopt,
    .summary = "COPY writes to a relative path, and no WORKDIR stands before.",
    .why = "The folder in force is then that of the base image: often `/`, sometimes not, and not written down here.",
    .peers = "A WORKDIR of the stage below counts. That two stages stand on the same image says nothing here.",
    .check_instruction = check,
};

}  // namespace slipway::lint
