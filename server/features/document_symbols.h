#pragma once
// The outline: stages with their instructions inside.

#include <string>
#include <vector>

#include "snapshot/document_snapshot.h"

namespace slipway::features {

enum class SymbolKind { Stage, Instruction, Variable };

struct Symbol {
  std::string name;
  std::string detail;
  SymbolKind kind = SymbolKind::Instruction;
  text::TextRange range;      ///< all of it; holds the children's ranges
  text::TextRange selection;  ///< inside `range`
  std::vector<Symbol> children;
};

[[nodiscard]] std::vector<Symbol> document_symbols(const snapshot::DocumentSnapshot& document);

}  // namespace slipway::features
