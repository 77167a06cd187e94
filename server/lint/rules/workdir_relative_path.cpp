// BuildKit's WorkdirRelativePath (convert.go, dispatchWorkdir); the message is BuildKit's own.

#include "lint/build_walk.h"
#include "lint/rule.h"
#include "support/strings.h"
#include "syntax/go_text.h"

namespace slipway::lint {

namespace {

bool is_absolute(std::string path, const semantic::Stage& stage) {
  if (starts_with_ignoring_case(stage.platform, "windows")) {
    path = replace_all(std::move(path), "\\", "/");
    if (path.size() > 1 && path[1] == ':') path.erase(0, 2);
  }
  return !path.empty() && path.front() == '/';
}

void check(const Context& context, Report& report) {
  walk_build(context, [&](const Step& step) {
    if (step.syntax.keyword != syntax::Keyword::Workdir || step.scope.has_workdir || step.syntax.words.empty()) return;
    const auto& word = step.syntax.words.front();
    const auto path = semantic::expand(word.text, context.analysis.directives.escape, step.scope.variables.lookup());
    if (path.error || is_absolute(path.text, step.stage)) return;
    report.at(step.place(context.analysis, word.range)).say("Relative workdir " + syntax::go_quote(path.text) + " can have unexpected results if the base image changes");
  });
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
    .why = "A relative path continues the working folder of the base image. That folder may be another one in the next version of the image, and then every "
           "path of the stage changes. Begin with an absolute path; later ones may be relative.",
    .check_file = check,
};

}  // namespace slipway::lint
