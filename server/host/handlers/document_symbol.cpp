#include "features/document_symbols.h"
#include "host/handlers/handlers.h"

namespace slipway::host::handlers {

namespace {

lsp::SymbolKind kind_of(features::SymbolKind kind) {
  switch (kind) {
    case features::SymbolKind::Stage: return lsp::SymbolKind::Module;
    case features::SymbolKind::Instruction: return lsp::SymbolKind::Function;
    case features::SymbolKind::Variable: return lsp::SymbolKind::Variable;
  }
  return lsp::SymbolKind::Function;
}

std::vector<lsp::DocumentSymbol> tree(const Reading& in, std::vector<features::Symbol>& symbols) {
  std::vector<lsp::DocumentSymbol> out;
  out.reserve(symbols.size());
  for (auto& symbol : symbols) {
    out.push_back({std::move(symbol.name), std::move(symbol.detail), kind_of(symbol.kind), in.range(symbol.range),
                   in.range(symbol.selection), tree(in, symbol.children)});
  }
  return out;
}

void flatten(const Reading& in, const std::vector<features::Symbol>& symbols, const std::string& container,
             std::vector<lsp::SymbolInformation>& out) {
  for (const auto& symbol : symbols) {
    out.push_back({symbol.name, kind_of(symbol.kind), {in.document->uri, in.range(symbol.range)}, container});
    flatten(in, symbol.children, symbol.name, out);
  }
}

}  // namespace

Answer<lsp::DocumentSymbols> document_symbol(const Reading& in, const lsp::DocumentParams& /*params*/) {
  auto symbols = features::document_symbols(*in.document);
  if (in.client->hierarchical_symbols) return lsp::DocumentSymbols(tree(in, symbols));
  std::vector<lsp::SymbolInformation> flat;
  flatten(in, symbols, {}, flat);
  return lsp::DocumentSymbols(std::move(flat));
}

}  // namespace slipway::host::handlers
