#include "features/definition.h"

#include "host/handlers/handlers.h"
#include "host/uri.h"

namespace slipway::host::handlers {

namespace {

/// A target in another file is counted in that file's text; the start of the file when it cannot be read.
lsp::LocationLink link_to(const Reading& in, const features::Target& target) {
  const auto origin = in.range(target.origin);
  if (target.path.empty()) return {origin, in.document->uri, in.range(target.range), in.range(target.selection)};
  const bool is_start = target.range.end == 0 && target.selection.end == 0;
  auto text = is_start ? std::nullopt : in.document->files->read(target.path, snapshot::max_readable_bytes);
  const SourceText source(std::move(text).value_or(""));
  return {origin, uri_of_path(target.path), to_range(source, target.range, in.encoding), to_range(source, target.selection, in.encoding)};
}

}  // namespace

Answer<lsp::Definition> definition(const Reading& in, const lsp::PositionParams& params) {
  std::vector<lsp::LocationLink> links;
  for (const auto& target : features::definition(*in.document, in.offset(params.position))) links.push_back(link_to(in, target));
  if (in.client->definition_links) return lsp::Definition(std::move(links));
  std::vector<lsp::Location> locations;
  for (auto& link : links) locations.push_back({std::move(link.uri), link.selection});
  return lsp::Definition(std::move(locations));
}

}  // namespace slipway::host::handlers
