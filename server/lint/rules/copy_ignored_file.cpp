// BuildKit's CopyIgnoredFile (dockerfile2llb/validations.go, validateCopySourcePath); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"
#include "semantic/go_path.h"
#include "snapshot/context_ignore.h"
#include "syntax/go_text.h"

namespace slipway::lint {

namespace {

using semantic::TracedWordKind;

void check(const Context& context, Report& report) {
  const auto ignored = snapshot::context_ignore(context.document);
  if (!ignored || ignored->error()) return;  // buildkit-error tells of a file that cannot be read
  for (const auto& word : context.analysis.build().words) {
    const bool is_add = word.kind == TracedWordKind::AddSource;
    if (!is_add && word.kind != TracedWordKind::CopySource) continue;
    const auto source = semantic::clean_path(word.text);
    if (!ignored->excludes_source(source)) continue;
    report.at(on_first_line(context.analysis, context.analysis.instruction(word.instruction), word.range))
        .say(std::string("Attempting to ") + (is_add ? "Add" : "Copy") + " file " + syntax::go_quote(source) +
             " that is excluded by .dockerignore");
  }
}

}  // namespace

extern const Rule copy_ignored_file;
const Rule copy_ignored_file = {
    .name = "copy-ignored-file",
    .aliases = {"buildkit/CopyIgnoredFile"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "COPY or ADD names a file that `.dockerignore` leaves out.",
    .why =
        "What `.dockerignore` leaves out never reaches the builder, so the build fails with a file that is not found, though it lies "
        "there. Copy something else, "
        "or add an exception (`!path`) to `.dockerignore`.",
    .check_file = check,
};

}  // namespace slipway::lint
