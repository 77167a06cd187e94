#pragma once
// What each instruction is for: its forms, its meaning, and the ways to begin one. Read by completion and hover.

#include <span>
#include <string>
#include <string_view>

#include "syntax/keyword.h"

namespace slipway::catalog {

/// An instruction as a person looks it up.
struct InstructionDoc {
  syntax::Keyword keyword = syntax::Keyword::Unknown;
  std::string_view summary;  ///< a few words, shown beside the name in a list
  std::string_view forms;    ///< syntax, one form a line
  std::string_view meaning;  ///< a few sentences of Markdown
};

/// A form of an instruction with its gaps. `body` is in LSP snippet syntax and begins behind the keyword and a blank.
struct InstructionSnippet {
  syntax::Keyword keyword = syntax::Keyword::Unknown;
  std::string_view label;  ///< behind the keyword: "source destination"
  std::string_view body;
};

/// Null for Keyword::Unknown.
[[nodiscard]] const InstructionDoc* find_instruction(syntax::Keyword keyword);

/// All instructions, those that one types most often first; MAINTAINER, which nobody should type, last.
[[nodiscard]] std::span<const InstructionDoc> instructions_by_use();

[[nodiscard]] std::span<const InstructionSnippet> instruction_snippets();

/// Address of the instruction's chapter in Docker's reference.
[[nodiscard]] std::string reference_link(syntax::Keyword keyword);

}  // namespace slipway::catalog
