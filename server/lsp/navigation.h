#pragma once
// hover, definition, references and documentHighlight.

#include <string>
#include <variant>
#include <vector>

#include "lsp/basic.h"

namespace slipway::lsp {

struct Hover {
  Markup contents;
  Range range;
};

/// A target with the word that leads there, for clients that show it.
struct LocationLink {
  Range origin;
  std::string uri;
  Range range;
  Range selection;
};

using Definition = std::variant<std::vector<Location>, std::vector<LocationLink>>;

struct ReferenceParams {
  std::string uri;
  Position position;
  bool include_declaration = false;
};

enum class HighlightKind { Read = 2, Write = 3 };

struct DocumentHighlight {
  Range range;
  HighlightKind kind = HighlightKind::Read;
};

void read(const Reader& in, ReferenceParams& out);
void write(Writer& out, const Hover& value);
void write(Writer& out, const LocationLink& value);
void write(Writer& out, const DocumentHighlight& value);

}  // namespace slipway::lsp
