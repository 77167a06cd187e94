// The base image gets no more updates.

#include "catalog/end_of_life.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "syntax/image_reference.h"

namespace slipway::lint {

namespace {

void check(const Context& context, const semantic::Stage& stage, Report& report) {
  if (stage.base_kind != semantic::BaseKind::Image) return;
  const auto image = syntax::parse_image_reference(stage.base_value.empty() ? stage.base : std::string_view(stage.base_value));
  if (image.tag.find('$') != std::string::npos || !image.digest.empty()) return;
  const auto* row = catalog::find_end_of_life(image.familiar_name(), image.tag.empty() ? "latest" : image.tag);
  if (row == nullptr) return;
  auto message = "'" + std::string(stage.base) + "' gets no security updates since " + std::string(row->date) + " or earlier.";
  message +=
      row->instead.empty() ? " Take a release that is still cared for." : " In its place there is " + std::string(row->instead) + ".";
  report.at(on_first_line(context.analysis, context.analysis.instruction(stage.from), stage.base_range)).say(message);
}

}  // namespace

extern const Rule end_of_life_image;
const Rule end_of_life_image = {
    .name = "end-of-life-image",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::Stage,
    .fix = std::nullopt,
    .summary = "The base image is a release that gets no more updates.",
    .why = "Holes that are found in it stay open, and its package archives move or vanish, so that one day the build breaks too.",
    .peers = "tally has such a rule for Ruby only (ruby/eol-ruby-version).",
    .check_stage = check,
};

}  // namespace slipway::lint
