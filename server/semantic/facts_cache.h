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
struct InstructionFacts : std::enable_shared_from_this<InstructionFacts> {
  std::uint64_t key = 0;  ///< what they are remembered by
  syntax::Instruction syntax;
  std::vector<syntax::StageReference> stage_references;
  shell::LazyScript shell;
  Slot run;       ///< what lint knows of a RUN by itself (lint/runs.h)
  Slot findings;  ///< what lint finds in the instruction by itself (lint/by_itself.h)

  [[nodiscard]] const shell::Script& script() const { return shell.get(syntax); }
};

using FactsPtr = std::shared_ptr<const InstructionFacts>;

/// Keeps facts alive: versions of a document hold their store, and its facts by plain pointers, so that a list of instructions is
/// copied like numbers. Only the cache that made a store adds to it, on its own thread.
struct FactsStore {
  std::unordered_map<std::uint64_t, FactsPtr> by_content;
  std::vector<FactsPtr> others;  ///< of the same content as some of those, from another store
};

class FactsCache {
 public:
  /// The facts of an instruction with these bytes, remembered, or read now with the heredoc places that `heredocs` gives.
  template <class Heredocs>
  [[nodiscard]] const InstructionFacts* facts(std::string_view bytes, char escape, const Heredocs& heredocs) {
    const auto key = key_of(bytes, escape);
    if (const auto found = store_->by_content.find(key); found != store_->by_content.end()) return found->second.get();
    return read(key, bytes, heredocs(), escape);
  }
  /// What keeps all facts alive that this cache has given since it last forgot some.
  [[nodiscard]] const std::shared_ptr<FactsStore>& store() const { return store_; }
  /// Remembers facts that another store may hold.
  void adopt(const InstructionFacts& facts);
  /// How many instructions were read, not remembered, since the cache was made.
  [[nodiscard]] std::size_t read_count() const { return read_count_; }
  /// True when there are many more facts than the `live` instructions of the newest version; then `start_over` and `adopt` those.
  [[nodiscard]] bool is_stale(std::size_t live) const;
  /// Begins an empty store; the old one lives as long as a version holds it.
  void start_over() { store_ = std::make_shared<FactsStore>(); }

 private:
  static std::uint64_t key_of(std::string_view bytes, char escape);
  const InstructionFacts* read(std::uint64_t key, std::string_view bytes, const std::vector<syntax::HeredocPlace>& heredocs, char escape);

  std::shared_ptr<FactsStore> store_ = std::make_shared<FactsStore>();
  std::size_t read_count_ = 0;
};

}  // namespace slipway::semantic
