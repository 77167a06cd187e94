// From one version of a document to the next, re-reading only what an edit touched.

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "semantic/analysis.h"
#include "semantic/stage_traces.h"

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

/// Builds the lists of an analysis from its tree.
class Collector {
 public:
  Collector(Analysis& out, FactsCache& cache) : out_(out), cache_(cache) {}

  /// Collects from `begin` to the end, or to the first instruction for which `stop` is true, which is not collected.
  void collect(Offset begin, const std::function<bool(TextRange)>& stop) {
    out_.tree.visit_top_level(begin, [&](const syntax::TopLevelNode& node) {
      if (node.range.begin < begin) return true;
      if (node.kind == NodeKind::Instruction) {
        if (stop(node.range)) return false;
        add_instruction(node.range);
      }
      if (node.kind == NodeKind::Comment && !is_directive(node.range)) out_.comments.push_back(node.range);
      return true;
    });
  }

 private:
  void add_instruction(TextRange range) {
    const auto bytes = out_.source.slice(range);
    out_.instructions.emplace_back(range, *cache_.facts(bytes, out_.directives.escape, [&] { return out_.tree.heredocs(range); }));
  }

  [[nodiscard]] bool is_directive(TextRange range) const {
    const auto& all = out_.directives.all;
    return std::any_of(all.begin(), all.end(), [&](const syntax::Directive& directive) { return directive.range.overlaps(range); });
  }

  Analysis& out_;
  FactsCache& cache_;
};

/// A heredoc without an end looks for it to the end of the file, so that any later edit may give it one.
bool looks_ahead(const InstructionEntry& entry) {
  const auto& heredocs = entry.syntax().heredocs;
  return std::any_of(heredocs.begin(), heredocs.end(), [](const syntax::Heredoc& heredoc) { return !heredoc.terminated; });
}

using Entries = std::vector<InstructionEntry>;

/// How many instructions before an edit are certainly what they were. The last one before it is read again: a continuation may
/// reach over blank lines into the edit.
Entries::const_iterator end_of_kept(const Entries& old, Offset edit) {
  auto kept = std::partition_point(old.begin(), old.end(), [&](const InstructionEntry& entry) { return entry.range.end < edit; });
  if (kept != old.begin()) --kept;
  return std::find_if(old.begin(), kept, looks_ahead);
}

/// Where the directives at the top of the file end.
Offset directives_end(const syntax::Directives& directives) { return directives.all.empty() ? 0 : directives.all.back().range.end; }

/// The version after an edit, from the version before it. Behind the edit the reader falls into step again: where an instruction of
/// the new tree begins at the place of an old one, both trees were read from the same state over the same bytes, and stay equal.
class Advance {
 public:
  Advance(const Analysis& before, Analysis& out, Dirty dirty) : before_(before), out_(out), dirty_(dirty) {
    const auto top = std::max(directives_end(before.directives), dirty.before.end);
    dirty_.after.end += top - dirty_.before.end;
    dirty_.before.end = top;
    const auto new_top = std::max(directives_end(out.directives), dirty_.after.end);
    dirty_.before.end += new_top - dirty_.after.end;
    dirty_.after.end = new_top;
  }

  /// Gives how many instructions at the beginning and at the end are those of the version before.
  Kinship run(FactsCache& cache) {
    const auto& old = before_.instructions;
    const auto kept = end_of_kept(old, dirty_.before.begin);
    const Offset begin = kept == old.begin() ? 0 : (kept - 1)->range.end;
    out_.instructions.reserve(old.size() + 8);
    out_.instructions.assign(old.begin(), kept);
    const auto comments =
        std::partition_point(before_.comments.begin(), before_.comments.end(), [&](TextRange comment) { return comment.begin < begin; });
    out_.comments.assign(before_.comments.begin(), comments);
    auto tail = old.end();
    Collector(out_, cache).collect(begin, [&](TextRange range) {
      tail = same_place(range);
      return tail != old.end();
    });
    append_tail(tail);
    return {nullptr, static_cast<std::size_t>(kept - old.begin()), static_cast<std::size_t>(old.end() - tail),
            dirty_.after.end - dirty_.before.end};
  }

 private:
  [[nodiscard]] TextRange to_new(TextRange range) const {
    return {range.begin - dirty_.before.end + dirty_.after.end, range.end - dirty_.before.end + dirty_.after.end};
  }

  /// The old instruction at the place of a new one behind the edit; the end if there is none.
  [[nodiscard]] Entries::const_iterator same_place(TextRange range) const {
    const auto& old = before_.instructions;
    if (range.begin <= dirty_.after.end) return old.end();
    const auto begin = range.begin - dirty_.after.end + dirty_.before.end;
    const auto found = std::lower_bound(old.begin(), old.end(), begin,
                                        [](const InstructionEntry& entry, Offset place) { return entry.range.begin < place; });
    return found != old.end() && found->range.begin == begin && to_new(found->range) == range ? found : old.end();
  }

  void append_tail(Entries::const_iterator tail) {
    if (tail == before_.instructions.end()) return;
    const auto moved = [&](const InstructionEntry& entry) { return InstructionEntry(to_new(entry.range), *entry.facts); };
    std::transform(tail, before_.instructions.end(), std::back_inserter(out_.instructions), moved);
    const auto& comments = before_.comments;
    auto comment = std::partition_point(comments.begin(), comments.end(), [&](TextRange range) { return range.begin < tail->range.begin; });
    for (; comment != comments.end(); ++comment) out_.comments.push_back(to_new(*comment));
  }

  const Analysis& before_;
  Analysis& out_;
  Dirty dirty_;
};

/// The line of the text that holds the place.
std::string_view line_around(std::string_view text, Offset place) {
  const auto begin = place == 0 ? 0 : text.rfind('\n', place - 1) + 1;  // npos + 1 is 0
  return text.substr(begin, text.find('\n', place) - begin);
}

/// True when a line could end a heredoc of that name, whatever the rules for tabs and carriage returns.
bool may_end(std::string_view line, std::string_view name) {
  while (!line.empty() && line.front() == '\t') line.remove_prefix(1);
  while (!name.empty() && name.front() == '\t') name.remove_prefix(1);
  const auto without_returns = [](std::string_view text) {
    std::string out(text);
    out.erase(std::remove(out.begin(), out.end(), '\r'), out.end());
    return out;
  };
  return line.size() <= 2 * name.size() + 16 && without_returns(line) == without_returns(name);
}

/// True for an edit within the lines of a heredoc that ends where it did. tree-sitter would read such a body again, to the last byte.
bool stays_in_heredoc(const Analysis& before, std::string_view text, const std::vector<text::TextEdit>& edits) {
  if (edits.size() != 1 || edits.front().new_text.find('\n') != std::string::npos) return false;
  const auto& edit = edits.front();
  const auto id = before.instruction_at(edit.range.begin);
  if (!id) return false;
  const auto& entry = before.instruction(*id);
  const auto& heredocs = entry.syntax().heredocs;
  const auto around = std::find_if(heredocs.begin(), heredocs.end(), [&](const syntax::Heredoc& heredoc) {
    const auto body = entry.place(heredoc.body);
    return heredoc.terminated && body.begin < edit.range.begin && edit.range.end < body.end;
  });
  if (around == heredocs.end() || may_end(line_around(text, edit.range.begin), around->name)) return false;
  // A heredoc above that has no end may find it here.
  const auto end = before.instructions.begin() + static_cast<std::ptrdiff_t>(id->index()) + 1;
  return std::none_of(before.instructions.begin(), end, looks_ahead);
}

/// What `next` has in common with the version that `earlier` speaks of, whose successor is the one before `next`.
Kinship joined(Kinship earlier, const Kinship& next) {
  earlier.kept = std::min(earlier.kept, next.kept);
  earlier.tail = std::min(earlier.tail, next.tail);
  earlier.shift += next.shift;
  return earlier;
}

}  // namespace

void Analyzer::adopt_facts(const Analysis& before) {
  if (before.facts_store == cache_.store()) return;
  for (const auto& entry : before.instructions) cache_.adopt(*entry.facts);
}

void Analyzer::finish(Analysis& out, std::size_t reads_before) {
  out.instructions_read = cache_.read_count() - reads_before;
  if (cache_.is_stale(out.instructions.size())) {
    cache_.start_over();
    for (const auto& entry : out.instructions) cache_.adopt(*entry.facts);
  }
  out.facts_store = cache_.store();
}

AnalysisPtr Analyzer::analyze(text::SourceText source, BuildInputs inputs) {
  const auto reads_before = cache_.read_count();
  auto out = std::make_shared<Analysis>();
  out->source = std::move(source);
  out->inputs = std::move(inputs);
  out->tree = syntax::Tree::parse(out->source.bytes());
  out->directives = syntax::read_directives(out->source.bytes());
  Collector(*out, cache_).collect(0, [](TextRange) { return false; });
  traces_.reset();  // inputs may be others than before, and what stages do may depend on them
  finish(*out, reads_before);
  return out;
}

AnalysisPtr Analyzer::advance(const Analysis& before, text::SourceText source, const std::vector<text::TextEdit>& edits) {
  auto directives = syntax::read_directives(source.bytes());
  if (edits.empty() || directives.escape != before.directives.escape) return analyze(std::move(source), before.inputs);

  adopt_facts(before);
  const auto reads_before = cache_.read_count();
  auto out = std::make_shared<Analysis>();
  out->source = std::move(source);
  out->inputs = before.inputs;
  out->directives = std::move(directives);
  const bool stays = stays_in_heredoc(before, out->source.bytes(), edits);
  out->tree = stays ? before.tree.stretched(edits.front()) : before.tree.reparse(out->source.bytes(), edits);
  const auto common = Advance(before, *out, region_of(edits)).run(cache_);
  if (!traces_) traces_ = std::make_shared<StageTraces>();
  out->stage_traces = traces_;
  if (auto earlier = before.kinship_for_successor()) out->kinship_ = joined(std::move(*earlier), common);
  finish(*out, reads_before);
  return out;
}

AnalysisPtr analyze(std::string text, BuildInputs inputs) {
  return Analyzer().analyze(text::SourceText(std::move(text)), std::move(inputs));
}

}  // namespace slipway::semantic
