// BuildKit's WorkdirRelativePath (convert.go, dispatchWorkdir); the message is BuildKit's own.

#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/go_text.h"

namespace slipway::lint {

namespace {

void check(const Context& context, Report& report) {
  for (const auto& word : context.analysis.build().words) {
    if (word.kind != semantic::TracedWordKind::RelativeWorkdir) continue;
    report.at(on_first_line(context.analysis, context.analysis.instruction(word.instruction), word.range))
        .say("Relative workdir " + syntax::go_quote(word.text) + " can have unexpected results if the base image changes");
  }
}

}  // namespace

extern const Rule workdir_relative_path;
const Rule workdir_relative_path = {
    .name = "workdir-relative-path",
    .aliases = {"buildkit/WorkdirRelativePath"},
    .level = Level::Warning,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "The first WORKDIR of a stage is a relative path.",
    .why =
        "A relative path continues the working folder of the base image. That folder may be another one in the next version of the image, "
        "and then every "
        "path of the stage changes. Begin with an absolute path; later ones may be relative.",
    .check_file = check,
};

}  // namespace slipway::lint
