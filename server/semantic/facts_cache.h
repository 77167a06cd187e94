#pragma once
// Facts of instructions remembered by content: key = bytes and escape character. An edit reads the instructions it touched
// and nothing else. One cache a document; used by one thread at a time.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shell/script.h"
#include "support/slot.h"
#include "syntax/instruction.h"
#include "syntax/stage_reference.h"

namespace slipway::semantic {

/// Everything known of an instruction from its own bytes. Immutable and shared between versions of a document. The shell reading is
/// made when first asked for, by any thread.
struct InstructionFacts {
  syntax::Instruction syntax;
  std::vector<syntax::StageReference> stage_references;
  shell::LazyScript shell;
  Slot findings;  ///< what lint knows of the instruction by itself (lint/runs.h)

  [[nodiscard]] const shell::Script& script() const { return shell.get(syntax); }
};

using FactsPtr = std::shared_ptr<const InstructionFacts>;

class FactsCache {
 public:
  /// The facts of an instruction with these bytes, remembered, or read now with the heredoc places that `heredocs` gives.
  template <class Heredocs>
  [[nodiscard]] FactsPtr facts(std::string_view bytes, char escape, const Heredocs& heredocs) {
    const auto key = key_of(bytes, escape);
    if (const auto found = by_content_.find(key); found != by_content_.end()) return found->second;
    return read(key, bytes, heredocs(), escape);
  }
  /// How many instructions were read, not remembered, since the cache was made.
  [[nodiscard]] std::size_t read_count() const { return read_count_; }
  /// Forgets facts that no document version holds any more, when there are many more of them than the `live` instructions.
  void trim(std::size_t live);

 private:
  static std::uint64_t key_of(std::string_view bytes, char escape);
  FactsPtr read(std::uint64_t key, std::string_view bytes, const std::vector<syntax::HeredocPlace>& heredocs, char escape);

  std::unordered_map<std::uint64_t, FactsPtr> by_content_;
  std::size_t read_count_ = 0;
};

}  // namespace slipway::semantic
