#include "features/folding.h"

#include <algorithm>
#include <map>

#include "support/strings.h"

namespace slipway::features {

namespace {

using snapshot::DocumentSnapshot;
using text::TextRange;

/// Collects folds; of two with the same lines the first stays.
class Folds {
 public:
  explicit Folds(const DocumentSnapshot& document) : document_(document), lines_(document.analysis->source.lines()) {}

  void add(TextRange range, FoldKind kind) {
    range = without_line_ends(range);
    const auto first = lines_.line_of(range.begin);
    const auto last = lines_.line_of(range.end);
    if (first < last) folds_.emplace(std::pair{first, last}, Fold{range, kind});
  }

  /// Runs of comments on lines that follow each other.
  void add_comments(const std::vector<TextRange>& comments) {
    for (std::size_t i = 0; i < comments.size();) {
      auto last = i;
      while (last + 1 < comments.size() && lines_.line_of(comments[last + 1].begin) == lines_.line_of(comments[last].begin) + 1) ++last;
      add({comments[i].begin, comments[last].end}, FoldKind::Comment);
      i = last + 1;
    }
  }

  [[nodiscard]] std::vector<Fold> take() const {
    std::vector<Fold> out;
    for (const auto& [lines, fold] : folds_) out.push_back(fold);
    return out;
  }

 private:
  [[nodiscard]] TextRange without_line_ends(TextRange range) const {
    const auto text = document_.text();
    while (range.end > range.begin && is_space(text[range.end - 1])) --range.end;
    return range;
  }

  const DocumentSnapshot& document_;
  const text::LineIndex& lines_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Fold> folds_;
};

/// Comments whose text begins with a word: `# region name`, `#endregion`.
bool begins_with(std::string_view comment, std::string_view word) {
  const auto hash = comment.find('#');
  if (hash == std::string_view::npos) return false;
  const auto text = trim(comment.substr(hash + 1));
  if (text.substr(0, word.size()) != word) return false;
  return text.size() == word.size() || is_space(text[word.size()]) || text[word.size()] == ':';
}

void add_regions(const DocumentSnapshot& document, const std::vector<TextRange>& comments, Folds& folds) {
  std::vector<TextRange> open;
  for (const auto comment : comments) {
    const auto text = document.analysis->source.slice(comment);
    if (begins_with(text, "region")) {
      open.push_back(comment);
    } else if (begins_with(text, "endregion") && !open.empty()) {
      folds.add({open.back().begin, comment.end}, FoldKind::Region);
      open.pop_back();
    }
  }
}

/// Instructions over several lines, their heredocs, and comments between their lines.
void add_instruction(const semantic::InstructionEntry& entry, Folds& folds, std::vector<TextRange>& comments) {
  folds.add(entry.range, FoldKind::Code);
  const auto& instruction = entry.syntax();
  if (!instruction.heredocs.empty()) folds.add(entry.place(instruction.head), FoldKind::Code);
  for (const auto& heredoc : instruction.heredocs) {
    if (instruction.heredocs.size() > 1 && heredoc.terminated)
      folds.add({entry.place(heredoc.body).begin, entry.place(heredoc.end).end}, FoldKind::Code);
  }
  for (const auto comment : instruction.line.comments()) comments.push_back(entry.place(comment));
}

}  // namespace

std::vector<Fold> folding(const DocumentSnapshot& document) {
  Folds folds(document);
  const auto& analysis = *document.analysis;
  add_regions(document, analysis.comments, folds);
  for (const auto& stage : document.model().stages) folds.add(stage.range, FoldKind::Code);
  std::vector<TextRange> inner_comments;
  for (const auto& entry : analysis.instructions) add_instruction(entry, folds, inner_comments);
  folds.add_comments(analysis.comments);
  folds.add_comments(inner_comments);
  return folds.take();
}

}  // namespace slipway::features
