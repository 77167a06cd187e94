// From one version of a document to the next, re-reading only what an edit touched.

#include <algorithm>
#include <utility>

#include "semantic/analysis.h"

namespace slipway::semantic {

namespace {

using syntax::NodeKind;
using text::Offset;

/// The part of a document that an edit may have changed, in the old and in the new text; what lies outside is the same but for a shift.
struct Dirty {
  TextRange before;
  TextRange after;
};

/// One region around edits that were applied one after the other.
Dirty region_of(const std::vector<text::TextEdit>& edits) {
  Dirty dirty;
  for (const auto& edit : edits) {
    const auto new_size = static_cast<Offset>(edit.new_text.size());
    if (&edit == &edits.front()) {
      dirty.before = edit.range;
      dirty.after = {edit.range.begin, edit.range.begin + new_size};
      continue;
    }
    // Widen both sides to cover the edit, then let the new side grow or shrink by what it changed.
    const auto left = dirty.after.begin > edit.range.begin ? dirty.after.begin - edit.range.begin : 0;
    const auto right = edit.range.end > dirty.after.end ? edit.range.end - dirty.after.end : 0;
    dirty.before = {dirty.before.begin - left, dirty.before.end + right};
    dirty.after = {dirty.after.begin - left, dirty.after.end + right};
    dirty.after.end = dirty.after.end - edit.range.size() + new_size;
  }
  return dirty;
}

/// Widens the region by what the parser found to have changed beyond the edits.
void widen(Dirty& dirty, const std::vector<TextRange>& changes) {
  for (const auto change : changes) {
    if (change.begin < dirty.after.begin) {
      dirty.before.begin -= dirty.after.begin - change.begin;
      dirty.after.begin = change.begin;
    }
    if (change.end > dirty.after.end) {
      dirty.before.end += change.end - dirty.after.end;
      dirty.after.end = change.end;
    }
  }
}

/// Builds the lists of an analysis from its tree.
class Collector {
 public:
  Collector(Analysis& out, FactsCache& cache) : out_(out), cache_(cache) {}

  void collect(TextRange region) {
    for (const auto& node : out_.tree.top_level(region)) {
      if (node.range.begin < region.begin || node.range.begin >= region.end) continue;
      if (node.kind == NodeKind::Instruction) add_instruction(node.range);
      if (node.kind == NodeKind::Comment && !is_directive(node.range)) out_.comments.push_back(node.range);
    }
  }

 private:
  void add_instruction(TextRange range) {
    const auto bytes = out_.source.slice(range);
    out_.instructions.push_back({range, cache_.facts(bytes, out_.directives.escape, [&] { return out_.tree.heredocs(range); })});
  }

  [[nodiscard]] bool is_directive(TextRange range) const {
    const auto& all = out_.directives.all;
    return std::any_of(all.begin(), all.end(), [&](const syntax::Directive& directive) { return directive.range.overlaps(range); });
  }

  Analysis& out_;
  FactsCache& cache_;
};

std::vector<TextRange> ranges_before(const std::vector<TextRange>& ranges, Offset end) {
  std::vector<TextRange> out;
  for (const auto range : ranges) {
    if (range.end < end) out.push_back(range);
  }
  return out;
}

}  // namespace

AnalysisPtr Analyzer::analyze(text::SourceText source, BuildInputs inputs) {
  const auto reads_before = cache_.read_count();
  auto out = std::make_shared<Analysis>();
  out->source = std::move(source);
  out->inputs = std::move(inputs);
  out->tree = syntax::Tree::parse(out->source.bytes());
  out->directives = syntax::read_directives(out->source.bytes());
  Collector(*out, cache_).collect({0, out->source.size() + 1});
  out->instructions_read = cache_.read_count() - reads_before;
  cache_.trim(out->instructions.size());
  return out;
}

AnalysisPtr Analyzer::advance(const Analysis& before, text::SourceText source, const std::vector<text::TextEdit>& edits) {
  auto directives = syntax::read_directives(source.bytes());
  const bool same_directives = directives.escape == before.directives.escape && directives.all.size() == before.directives.all.size();
  if (edits.empty() || !same_directives) return analyze(std::move(source), before.inputs);

  const auto reads_before = cache_.read_count();
  auto out = std::make_shared<Analysis>();
  out->source = std::move(source);
  out->inputs = before.inputs;
  out->directives = std::move(directives);
  auto reparsed = before.tree.reparse(out->source.bytes(), edits);
  out->tree = std::move(reparsed.tree);
  auto dirty = region_of(edits);
  widen(dirty, reparsed.changes);

  // An instruction or comment that ends or begins exactly at the region may have grown into it.
  const auto shift = [&](TextRange range) { return TextRange{range.begin - dirty.before.end + dirty.after.end, range.end - dirty.before.end + dirty.after.end}; };
  const auto& old = before.instructions;
  const auto kept_head = std::partition_point(old.begin(), old.end(), [&](const InstructionEntry& entry) { return entry.range.end < dirty.before.begin; });
  const auto kept_tail = std::partition_point(kept_head, old.end(), [&](const InstructionEntry& entry) { return entry.range.begin <= dirty.before.end; });
  TextRange region{kept_head == old.begin() ? 0 : (kept_head - 1)->range.end, out->source.size() + 1};
  if (kept_tail != old.end()) region.end = shift(kept_tail->range).begin;

  out->instructions.reserve(old.size() + 8);
  out->instructions.assign(old.begin(), kept_head);
  out->comments = ranges_before(before.comments, region.begin);
  Collector(*out, cache_).collect(region);
  for (auto entry = kept_tail; entry != old.end(); ++entry) out->instructions.push_back({shift(entry->range), entry->facts});
  for (const auto comment : before.comments) {
    if (kept_tail != old.end() && comment.begin > kept_tail->range.begin) out->comments.push_back(shift(comment));
  }
  out->instructions_read = cache_.read_count() - reads_before;
  cache_.trim(out->instructions.size());
  return out;
}

AnalysisPtr analyze(std::string text, BuildInputs inputs) { return Analyzer().analyze(text::SourceText(std::move(text)), std::move(inputs)); }

}  // namespace slipway::semantic
