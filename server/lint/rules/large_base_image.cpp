// The guide of Docker: take a small base. Official images have a variant without compilers.

#include "catalog/end_of_life.h"
#include "catalog/images.h"
#include "catalog/package_managers.h"
#include "lint/final_stage.h"
#include "lint/places.h"
#include "lint/rule.h"
#include "support/strings.h"
#include "syntax/image_reference.h"

namespace slipway::lint {

namespace {

constexpr std::string_view with_slim = "node python ruby perl";

void check(const Context& context, Report& report) {
  const auto chain = final_chain(context.model);
  if (chain.empty()) return;
  const auto& root = *chain.back();
  if (root.base_kind != semantic::BaseKind::Image || root.base.find('$') != std::string_view::npos) return;
  const auto image = syntax::parse_image_reference(root.base);
  const bool named = !image.tag.empty() && image.digest.empty() && is_digit(image.tag.front());
  if (!named || !catalog::is_listed(with_slim, image.familiar_name()) || catalog::contains_slim(image.tag)) return;
  if (catalog::find_end_of_life(image.familiar_name(), image.tag) != nullptr) return;  // it should go anyway
  // A tag such as 3.12-windowsservercore has no slim variant.
  if (image.tag.find("windows") != std::string::npos || image.tag.find("onbuild") != std::string::npos ||
      image.tag.find("buster") != std::string::npos)
    return;
  const auto slim = catalog::slim_tag(image.tag, image.tag);
  report.at(on_first_line(context.analysis, context.analysis.instruction(root.from), root.base_range))
      .say("'" + std::string(root.base) + "' brings compilers, headers and version control, close to a gigabyte. '" +
           std::string(image.familiar_name()) + ":" + slim +
           "' is the same without them: use it for the image that is shipped, and this one for stages that build.");
}

}  // namespace

extern const Rule large_base_image;
const Rule large_base_image = {
    .name = "large-base-image",
    .aliases = {},
    .level = Level::Hint,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "The final image stands on the large variant of an official image.",
    .why =
        "The large variants are made for building. What runs needs the interpreter only; the rest is to be fetched, stored, scanned and "
        "patched.",
    .check_file = check,
};

}  // namespace slipway::lint
