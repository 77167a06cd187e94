#include "catalog/official_images.h"
#include "features/completion/providers.h"
#include "support/strings.h"
#include "syntax/image_reference.h"

namespace slipway::features {

namespace {

/// Images that other lines of the file are built on.
void add_used_images(const Request& request, Rank rank, Items& items) {
  for (const auto& stage : request.document.model().stages) {
    if (stage.base_kind != semantic::BaseKind::Image || stage.range.begin == request.where.instruction) continue;
    if (stage.base.find('$') != std::string_view::npos) continue;
    items.add(rank, {.label = std::string(stage.base), .kind = CompletionKind::Image, .detail = "used in this file"});
  }
}

/// What the tag's end says: "alpine", "slim" …
std::string_view detail_of(std::string_view tag) {
  if (tag.find("alpine") != std::string_view::npos) return "on Alpine: small, musl";
  if (tag.find("slim") != std::string_view::npos) return "without what is rarely needed";
  if (tag.find("nonroot") != std::string_view::npos) return "runs as user 65532";
  if (tag == "latest") return "moves: name a version for builds that repeat";
  return {};
}

}  // namespace

void add_images(const Request& request, Rank rank, Items& items) {
  // An image that is followed by a tag already keeps it.
  if (request.where.next != ':') add_used_images(request, rank == Rank::Last ? Rank::Late : rank, items);
  for (const auto& image : catalog::known_images()) {
    if (image.name == "scratch" && request.where.keyword != syntax::Keyword::From) continue;
    items.add(rank, {.label = std::string(image.name),
                     .kind = CompletionKind::Image,
                     .detail = std::string(image.meaning),
                     .key = "image:" + std::string(image.name)});
  }
}

void add_tags(const Request& request, Items& items) {
  const auto reference = syntax::parse_image_reference(request.where.owner);
  const auto name = reference.familiar_name();
  for (const auto& stage : request.document.model().stages) {
    if (stage.range.begin == request.where.instruction) continue;
    const auto other = syntax::parse_image_reference(stage.base);
    if (other.familiar_name() == name && other.tag.find('$') == std::string::npos) {
      items.add(Rank::First, {.label = other.tag, .kind = CompletionKind::Value, .detail = "used in this file"});
    }
  }
  const auto* image = catalog::find_image(name);
  if (image == nullptr) return;
  for (const auto tag : split_words(image->tags)) {
    items.add(Rank::Usual, {.label = std::string(tag), .kind = CompletionKind::Value, .detail = std::string(detail_of(tag))});
  }
}

}  // namespace slipway::features
