#pragma once
// Requests beyond LSP, named `slipway/…` (docs/protocol.md).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/basic.h"

namespace slipway::lsp {

struct ConvertParams {
  std::string uri;
  std::optional<std::string> base;  ///< "debian", "alpine", "distroless", "auto"
};

struct ConversionNote {
  std::string code;
  std::uint32_t line = 0;  ///< 1-based; 0: speaks of no line, and is left out
  std::string message;
};

struct Conversion {
  std::string ecosystem;
  std::string safety;
  std::vector<ConversionNote> notes;
  std::string dockerfile;
};

struct ConversionRefusal {
  std::string code;
  std::string message;
  std::uint32_t line = 0;  ///< 1-based; 0: left out
};

using ConvertAnswer = std::variant<Conversion, ConversionRefusal>;

/// The syntax tree as text.
struct TreeText {
  std::string text;
};

void read(const Reader& in, ConvertParams& out);
void write(Writer& out, const Conversion& value);
void write(Writer& out, const ConversionRefusal& value);
void write(Writer& out, const TreeText& value);

}  // namespace slipway::lsp
