#pragma once
// documentSymbol and foldingRange.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "lsp/basic.h"

namespace slipway::lsp {

/// The kinds of LSP 3.17 that we use.
enum class SymbolKind { Module = 2, Function = 12, Variable = 13 };

struct DocumentSymbol {
  std::string name;
  std::string detail;
  SymbolKind kind = SymbolKind::Function;
  Range range;
  Range selection;
  std::vector<DocumentSymbol> children;
};

/// The flat form, for clients that know no other.
struct SymbolInformation {
  std::string name;
  SymbolKind kind = SymbolKind::Function;
  Location location;
  std::string container;
};

using DocumentSymbols = std::variant<std::vector<DocumentSymbol>, std::vector<SymbolInformation>>;

enum class FoldingKind { Code, Comment, Region };

/// Whole lines, first and last included.
struct FoldingRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  FoldingKind kind = FoldingKind::Code;
};

void write(Writer& out, const DocumentSymbol& value);
void write(Writer& out, const SymbolInformation& value);
void write(Writer& out, const FoldingRange& value);

}  // namespace slipway::lsp
