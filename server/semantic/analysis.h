#pragma once
// A text with its tree, its instructions and its meaning. Immutable; `Analyzer` makes the next one from the one before,
// re-reading only what an edit touched. Incremental = full: both ways give equal results for equal texts.

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "semantic/build_trace.h"
#include "semantic/facts_cache.h"
#include "semantic/ids.h"
#include "semantic/model.h"
#include "syntax/directives.h"
#include "syntax/tree.h"
#include "text/source_text.h"
#include "text/text_edit.h"

namespace slipway::semantic {

/// An instruction at its place in the file.
struct InstructionEntry {
  InstructionEntry(TextRange place, const InstructionFacts& read) : range(place), facts(&read), keyword_(read.syntax.keyword) {}

  TextRange range;
  const InstructionFacts* facts;  ///< never null; the analysis keeps them alive

  [[nodiscard]] const syntax::Instruction& syntax() const { return facts->syntax; }
  [[nodiscard]] syntax::Keyword keyword() const { return keyword_; }
  /// A range of the instruction's facts as a range of the file.
  [[nodiscard]] TextRange place(TextRange relative) const { return relative.shifted(range.begin); }

 private:
  syntax::Keyword keyword_;  ///< here too: who looks for some keyword in a long list then reads the list and nothing else
};

/// What the world outside the file adds to its meaning.
struct BuildInputs {
  std::vector<std::string> named_contexts;  ///< names of additional build contexts
  bool operator==(const BuildInputs&) const = default;
};

class Analysis;
class StageTraces;
using AnalysisPtr = std::shared_ptr<const Analysis>;

/// What a version has in common with an earlier one: the instructions at the beginning, and those at the end, moved.
struct Kinship {
  AnalysisPtr base;
  std::size_t kept = 0;    ///< instructions at the beginning, at the same place
  std::size_t tail = 0;    ///< instructions at the end
  text::Offset shift = 0;  ///< how far the tail was moved; wraps around for a move to the left
};

class Analysis : public std::enable_shared_from_this<Analysis> {
 public:
  text::SourceText source;
  syntax::Tree tree;
  syntax::Directives directives;
  std::vector<TextRange> comments;                ///< whole-line comments outside instructions, directives left out
  std::vector<InstructionEntry> instructions;     ///< in order
  std::shared_ptr<const FactsStore> facts_store;  ///< keeps the facts of `instructions` alive
  std::shared_ptr<StageTraces> stage_traces;      ///< shared with the versions before and after; null for a text that stands alone
  BuildInputs inputs;
  std::size_t instructions_read = 0;  ///< how many instructions this version had to read anew

  /// Built when first asked for, by any thread; from the model of the version before where that is known.
  [[nodiscard]] const Model& model() const;
  /// Played through when first asked for, by any thread.
  [[nodiscard]] const BuildTrace& build() const;

  [[nodiscard]] const InstructionEntry& instruction(InstructionId id) const { return instructions[id.index()]; }
  /// The instruction whose lines hold the place (a place at its very end too); nothing between instructions.
  [[nodiscard]] std::optional<InstructionId> instruction_at(text::Offset offset) const;
  /// 1-based first and last line of a range, as BuildKit counts lines.
  [[nodiscard]] std::uint32_t line_of(text::Offset offset) const { return source.lines().line_of(offset) + 1; }
  [[nodiscard]] std::uint32_t last_line_of(TextRange range) const;
  /// Comments directly before an instruction, back to the instruction or directive before it.
  [[nodiscard]] std::vector<TextRange> comments_before(InstructionId id) const;

 private:
  friend class Analyzer;
  /// What a successor of this version may build its model from: this version, or the one that this one would build its own from.
  /// Nothing when there is no such model yet.
  [[nodiscard]] std::optional<Kinship> kinship_for_successor() const;

  mutable std::mutex model_mutex_;
  mutable std::atomic<bool> model_ready_ = false;
  mutable Model model_;
  mutable std::optional<Kinship> kinship_;  ///< guarded by the mutex once the analysis is shared; given up when the model is there
  mutable std::once_flag build_once_;
  mutable BuildTrace build_;
};

/// Analyses the versions of one document. Used by one thread at a time.
class Analyzer {
 public:
  /// A fresh analysis.
  [[nodiscard]] AnalysisPtr analyze(text::SourceText source, BuildInputs inputs = {});
  /// The analysis of `source`, which is `before`'s text with `edits` applied one after the other.
  [[nodiscard]] AnalysisPtr advance(const Analysis& before, text::SourceText source, const std::vector<text::TextEdit>& edits);

 private:
  /// Facts of `before` that are held by a store of an older time are remembered again.
  void adopt_facts(const Analysis& before);
  void finish(Analysis& out, std::size_t reads_before);

  FactsCache cache_;
  std::shared_ptr<StageTraces> traces_;  ///< from the first edit on: most texts have none
};

/// A fresh analysis of a text, for callers that need only one.
[[nodiscard]] AnalysisPtr analyze(std::string text, BuildInputs inputs = {});

}  // namespace slipway::semantic
