// hadolint's DL3006. An image without a tag is the newest one.

#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/image_reference.h"

namespace slipway::lint {

namespace {

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  if (stage.base_kind != semantic::BaseKind::Image || stage.base.empty() || stage.base.front() == '$') return;
  const auto written = syntax::parse_image_reference(stage.base);
  const auto name = written.short_name();
  // What a variable puts in may hold a tag.
  if (!written.tag.empty() || !written.digest.empty() || name.find('$') != std::string_view::npos) return;
  const auto value = syntax::parse_image_reference(stage.base_value);
  if (!stage.base_value.empty() && (!value.tag.empty() || !value.digest.empty())) return;
  report.at(on_first_line(context.analysis, context.analysis.instruction(stage.from), stage.base_range))
      .say("'" + std::string(stage.base) + "' without a tag is whatever is newest when the image is pulled. Name the version, as in `" +
           std::string(stage.base) + ":1.2`.");
}

}  // namespace

extern const Rule untagged_image;
const Rule untagged_image = {
    .name = "untagged-image",
    .aliases = {"hadolint/DL3006"},
    .level = Level::Warning,
    .scope = Scope::Stage,
    .fix = std::nullopt,
    .summary = "The base image has no tag.",
    .why =
        "The tag `latest` is meant, and that is another image every few weeks: the build changes without a change in the file, and one day "
        "it breaks.",
    .peers =
        "Variables are looked at: an ARG whose default has a tag or digest is fine, and a name that a variable ends is not judged "
        "(hadolint #858, #979).",
    .check_stage = check,
};

}  // namespace slipway::lint
