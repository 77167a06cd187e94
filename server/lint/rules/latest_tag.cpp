// hadolint's DL3007. `latest` is another image every few weeks.

#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/image_reference.h"

namespace slipway::lint {

namespace {

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  const auto image = syntax::parse_image_reference(stage.base);
  if (image.tag != "latest" || !image.digest.empty() || stage.base_kind == semantic::BaseKind::Stage) return;
  report.at(on_first_line(context.analysis, context.analysis.instruction(stage.from), image.tag_range.shifted(stage.base_range.begin)))
      .say(
          "The tag `latest` is another image every few weeks, and a build that worked may fail without a change in this file. Name the "
          "version.");
}

}  // namespace

extern const Rule latest_tag;
const Rule latest_tag = {
    .name = "latest-tag",
    .aliases = {"hadolint/DL3007"},
    .level = Level::Warning,
    .scope = Scope::Stage,
    .fix = std::nullopt,
    .summary = "The base image has the tag `latest`.",
    .why =
        "`latest` says no more than no tag: whatever was pushed last. With a version the build stays what it is until somebody changes the "
        "file.",
    .check_stage = check,
};

}  // namespace slipway::lint
