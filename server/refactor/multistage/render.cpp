#include "refactor/multistage/render.h"

#include <algorithm>

#include "support/strings.h"

namespace slipway::refactor::multistage {

using text::Offset;
using text::TextEdit;
using text::TextRange;

namespace {

/// An instruction with the blank lines and comments above it.
struct Chunk {
  Offset begin = 0;    ///< behind the line of the instruction before
  Offset content = 0;  ///< behind leading blank lines
  Offset end = 0;      ///< behind the instruction's line end
};

class Renderer {
 public:
  Renderer(const Facts& facts, const Plan& plan)
      : facts_(facts), plan_(plan), source_(facts.walk.analysis->source), line_end_(source_.line_end()) {
    const auto& from = facts.walk.analysis->instruction(facts.walk.stage->from);
    lower_case_ = !from.syntax().written_keyword.empty() && to_lower(from.syntax().written_keyword) == from.syntax().written_keyword;
    from_end_ = line_end_of(from.range.end);
    Offset before = from_end_;
    for (const Step& step : facts.walk.steps) {
      Chunk chunk{before, before, line_end_of(step.entry->range.end)};
      while (chunk.content < step.entry->range.begin && blank_line(chunk.content)) chunk.content = line_end_of(chunk.content);
      chunks_.push_back(chunk);
      before = chunk.end;
    }
  }

  std::vector<TextEdit> edits() {
    name_stage();
    for (std::size_t i = 0; i < chunks_.size(); ++i) builder_chunk(i);
    add(plan_.last_builder ? chunks_[*plan_.last_builder].end : from_end_, split_text());
    for (const auto& [step, lines] : plan_.before_tail) add(chunks_[step].begin, new_lines(lines));
    if (!plan_.end.empty()) add(chunks_.back().end, new_lines(plan_.end));
    return std::move(edits_);
  }

 private:
  [[nodiscard]] Offset line_end_of(Offset offset) const {
    const auto found = source_.bytes().find('\n', offset);
    return found == std::string_view::npos ? source_.size() : static_cast<Offset>(found + 1);
  }

  [[nodiscard]] bool blank_line(Offset offset) const { return trim(source_.slice({offset, line_end_of(offset)})).empty(); }

  /// A new instruction in the file's own style.
  [[nodiscard]] std::string styled(std::string_view line) const {
    const auto blank = line.find(' ');
    std::string keyword(line.substr(0, blank));
    if (lower_case_) keyword = to_lower(keyword);
    return keyword + std::string(line.substr(std::min(blank, line.size()))) + std::string(line_end_);
  }

  [[nodiscard]] std::string new_lines(const std::vector<std::string>& lines) const {
    std::string out;
    for (const std::string& line : lines) out += styled(line);
    return out;
  }

  /// Inserts whole lines; where the file ends without a line end, the new lines take over its last place.
  void add(Offset at, std::string lines) {
    if (lines.empty()) return;
    const bool open_end = at == source_.size() && at > 0 && source_.bytes().back() != '\n';
    if (open_end) {
      lines = std::string(line_end_) + lines;
      lines.resize(lines.size() - line_end_.size());
    }
    edits_.push_back({{at, at}, std::move(lines)});
  }

  void name_stage() {
    if (!plan_.names_stage) return;
    const Offset end = facts_.walk.stage->base_range.end;
    edits_.push_back({{end, end}, (lower_case_ ? " as " : " AS ") + plan_.stage_name});
  }

  [[nodiscard]] bool relocated(std::size_t step) const {
    return std::any_of(plan_.relocations.begin(), plan_.relocations.end(), [step](const Relocation& each) { return each.step == step; });
  }

  [[nodiscard]] bool before_split(std::size_t step) const { return plan_.last_builder && step <= *plan_.last_builder; }

  /// A range of the file with the plan's changes inside it.
  [[nodiscard]] std::string edited(TextRange range) const {
    std::vector<TextEdit> inside;
    for (const WordEdit& edit : plan_.edits) {
      if (range.contains(edit.range)) inside.push_back({{edit.range.begin - range.begin, edit.range.end - range.begin}, edit.text});
    }
    return text::apply_edits(source_.slice(range), std::move(inside));
  }

  /// A whole line or more, ending with a line end.
  [[nodiscard]] std::string closed(std::string lines) const {
    if (lines.empty() || lines.back() != '\n') lines += line_end_;
    return lines;
  }

  [[nodiscard]] std::string moved_text(std::size_t step) const { return closed(edited({chunks_[step].content, chunks_[step].end})); }

  void builder_chunk(std::size_t step) {
    const Chunk& chunk = chunks_[step];
    std::string before;
    for (const Insertion& insertion : plan_.insertions) {
      if (insertion.before == step) before += new_lines(insertion.lines);
    }
    for (const Relocation& each : plan_.relocations) {
      if (each.before == step) before += moved_text(each.step);
    }
    const bool leaves = relocated(step) || (before_split(step) && plan_.placements[step].side == Side::Final);
    const std::string blanks(source_.slice({chunk.begin, chunk.content}));
    if (leaves) {
      edits_.push_back({{chunk.begin, chunk.end}, before.empty() ? before : blanks + before});
      return;
    }
    if (!before.empty()) add(chunk.content, before + (blanks.empty() ? "" : std::string(line_end_)));
    for (const WordEdit& edit : plan_.edits) {
      if (TextRange{chunk.begin, chunk.end}.contains(edit.range)) edits_.push_back({edit.range, edit.text});
    }
  }

  [[nodiscard]] std::string split_text() const {
    std::string out = new_lines(plan_.builder_end) + std::string(line_end_);
    out += styled("FROM " + (plan_.platform.empty() ? "" : "--platform=" + plan_.platform + " ") + plan_.base);
    bool first = true;
    for (const HeadItem& item : plan_.head) {
      if (!item.step) {
        out += styled(item.text);
      } else if (item.with_comments) {
        const Chunk& chunk = chunks_[*item.step];
        if (!first && chunk.content > chunk.begin) out += line_end_;
        out += moved_text(*item.step);
      } else {
        out += closed(std::string(source_.slice(facts_.step(*item.step).entry->range)));
      }
      first = false;
    }
    return out;
  }

  const Facts& facts_;
  const Plan& plan_;
  const text::SourceText& source_;
  std::string_view line_end_;
  bool lower_case_ = false;
  Offset from_end_ = 0;
  std::vector<Chunk> chunks_;
  std::vector<TextEdit> edits_;
};

}  // namespace

std::vector<TextEdit> render(const Facts& facts, const Plan& plan) { return Renderer(facts, plan).edits(); }

}  // namespace slipway::refactor::multistage
