#include "syntax/instruction.h"

namespace slipway::syntax {

const Flag* Instruction::flag(std::string_view name) const {
  for (const auto& flag : flags) {
    if (flag.name == name) return &flag;
  }
  return nullptr;
}

std::string_view Instruction::argument_text() const { return line.text().substr(line_arguments.begin, line_arguments.size()); }

std::vector<const Word*> Instruction::sources() const {
  std::vector<const Word*> out;
  if (keyword != Keyword::Add && keyword != Keyword::Copy) return out;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) out.push_back(&words[i]);
  return out;
}

const Word* Instruction::destination() const {
  if ((keyword != Keyword::Add && keyword != Keyword::Copy) || words.size() < 2) return nullptr;
  return &words.back();
}

}  // namespace slipway::syntax
