#include "features/document_symbols.h"

#include "support/strings.h"

namespace slipway::features {

namespace {

using semantic::InstructionId;
using semantic::Stage;
using snapshot::DocumentSnapshot;
using syntax::Keyword;

constexpr std::size_t longest_detail = 100;

/// One line of at most `longest_detail` bytes, cut between characters.
std::string shorten(std::string_view text) {
  std::string out;
  for (const char c : trim(text)) {
    if (!is_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
    if (out.size() > longest_detail) break;
  }
  if (out.size() <= longest_detail) return out;
  auto end = longest_detail;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
  return out.substr(0, end) + "…";
}

/// What stands behind the keyword, flags included, as one line.
std::string detail_of(const syntax::Instruction& instruction) {
  const auto line = instruction.line.text();
  auto begin = instruction.written_keyword.size() + line.find(instruction.written_keyword);
  begin = std::min(begin, line.size());
  return shorten(line.substr(begin));
}

Symbol instruction_symbol(const DocumentSnapshot& document, InstructionId id) {
  const auto& entry = document.analysis->instruction(id);
  const auto keyword = entry.keyword();
  Symbol symbol;
  symbol.name = keyword == Keyword::Unknown ? entry.syntax().written_keyword : std::string(syntax::spelling(keyword));
  // A lone continuation mark at the end of the file is an instruction with an empty name; editors refuse an outline with one.
  if (symbol.name.empty()) symbol.name = document.analysis->directives.escape;
  symbol.detail = detail_of(entry.syntax());
  symbol.kind = keyword == Keyword::Arg || keyword == Keyword::Env ? SymbolKind::Variable : SymbolKind::Instruction;
  symbol.range = entry.range;
  symbol.selection = entry.place(entry.syntax().keyword_range);
  return symbol;
}

Symbol stage_symbol(const DocumentSnapshot& document, const Stage& stage) {
  const auto& from = document.analysis->instruction(stage.from);
  Symbol symbol;
  symbol.kind = SymbolKind::Stage;
  symbol.name = stage.written_name.empty() ? std::string(stage.base) : std::string(stage.written_name);
  if (symbol.name.empty()) symbol.name = "FROM";
  symbol.detail = "FROM " + std::string(stage.base);
  if (!stage.platform.empty()) symbol.detail += " on " + std::string(stage.platform);
  symbol.range = stage.range;
  symbol.selection = stage.name.empty() ? stage.base_range : stage.name_range;
  if (!symbol.range.contains(symbol.selection)) symbol.selection = from.place(from.syntax().keyword_range);
  for (auto id = InstructionId{stage.from.value + 1}; id < stage.end; ++id.value)
    symbol.children.push_back(instruction_symbol(document, id));
  return symbol;
}

}  // namespace

std::vector<Symbol> document_symbols(const DocumentSnapshot& document) {
  const auto& model = document.model();
  std::vector<Symbol> symbols;
  const auto first = model.stages.empty() ? document.analysis->instructions.size() : model.stages.front().from.index();
  for (std::uint32_t i = 0; i < first; ++i) symbols.push_back(instruction_symbol(document, InstructionId{i}));
  for (const auto& stage : model.stages) symbols.push_back(stage_symbol(document, stage));
  return symbols;
}

}  // namespace slipway::features
