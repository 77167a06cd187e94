// hadolint #773. A tag may be given to another image; a digest is one image.

#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/image_reference.h"

namespace slipway::lint {

namespace {

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  if (stage.base_kind != semantic::BaseKind::Image || stage.base.empty()) return;
  const auto image = syntax::parse_image_reference(stage.base_value.empty() ? stage.base : std::string_view(stage.base_value));
  if (!image.digest.empty() || image.path.find('$') != std::string::npos || image.tag.find('$') != std::string::npos) return;
  report.at(on_first_line(context.analysis, context.analysis.instruction(stage.from), stage.base_range))
      .say("The tag may mean another image tomorrow. With its digest (`" + std::string(stage.base) +
           "@sha256:…`) the base stays what it is, and a bot can propose newer ones.");
}

}  // namespace

extern const Rule image_without_digest;
const Rule image_without_digest = {
    .name = "image-without-digest",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::Stage,
    .fix = std::nullopt,
    .enabled = Default::Off,
    .summary = "The base image is named without its digest.",
    .why =
        "Tags are moved: to security updates, mostly, and sometimes to something else. Where builds must be repeatable, each base is "
        "pinned by digest and a bot keeps it fresh. Without the bot a pinned base grows old, so the rule is off by default.",
    .peers = "Asked for in hadolint #773.",
    .check_stage = check,
};

}  // namespace slipway::lint
