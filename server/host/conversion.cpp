#include "host/conversion.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace slipway::host {

namespace {

constexpr std::pair<std::string_view, Encoding> encodings[] = {
    {"utf-8", Encoding::Utf8}, {"utf-16", Encoding::Utf16}, {"utf-32", Encoding::Utf32}};

text::Position place(lsp::Position position) { return {position.line, position.character}; }

text::TextRange ordered(text::Offset a, text::Offset b) { return {std::min(a, b), std::max(a, b)}; }

/// Applies the changes of one notification to a text.
class Changes {
 public:
  Changes(const SourceText& before, Encoding encoding) : before_(before), encoding_(encoding), text_(before.bytes()) {}

  void apply(const lsp::ContentChange& change) {
    text::TextEdit edit;
    if (change.range) {
      edit = {bytes_of(*change.range), change.text};
    } else {
      edit = text::difference(text_, change.text);
    }
    first_touched_ = std::min(first_touched_, edit.range.begin);
    text_.replace(edit.range.begin, edit.range.size(), edit.new_text);
    edits_.push_back(std::move(edit));
  }

  ChangedText take() { return {SourceText(std::move(text_)), std::move(edits_)}; }

 private:
  /// Editors send the changes of many cursors from the last to the first: lines that end before every edit so far are where they
  /// were, and need no new index.
  text::TextRange bytes_of(lsp::Range range) const {
    const auto& before_lines = before_.editor_lines();
    const auto last = std::max(range.start.line, range.end.line);
    const bool is_untouched = last < before_lines.line_count() - 1 && before_lines.line_start(last + 1) <= first_touched_;
    if (edits_.empty() || is_untouched) return to_bytes(before_, range, encoding_);
    const text::LineIndex lines(text_, text::LineEnds::Editor);
    return ordered(lines.offset(text_, place(range.start), encoding_), lines.offset(text_, place(range.end), encoding_));
  }

  const SourceText& before_;
  Encoding encoding_;
  std::string text_;
  text::Offset first_touched_ = UINT32_MAX;
  std::vector<text::TextEdit> edits_;
};

}  // namespace

Encoding choose_encoding(const std::vector<std::string>& offered) {
  for (const auto& name : offered) {
    for (const auto& [known, encoding] : encodings) {
      if (name == known) return encoding;
    }
  }
  return Encoding::Utf16;
}

std::string_view encoding_name(Encoding encoding) {
  for (const auto& [name, known] : encodings) {
    if (known == encoding) return name;
  }
  return {};
}

text::Offset to_offset(const SourceText& source, lsp::Position position, Encoding encoding) {
  return source.editor_lines().offset(source.bytes(), place(position), encoding);
}

text::TextRange to_bytes(const SourceText& source, lsp::Range range, Encoding encoding) {
  return ordered(to_offset(source, range.start, encoding), to_offset(source, range.end, encoding));
}

lsp::Position to_position(const SourceText& source, text::Offset offset, Encoding encoding) {
  const auto bytes = source.bytes();
  const auto& lines = source.editor_lines();
  const auto line = lines.line_of(std::min(offset, source.size()));
  const auto found = lines.position(bytes, std::min(offset, lines.line_range(bytes, line).end), encoding);  // not inside a line end
  return {found.line, found.character};
}

lsp::Range to_range(const SourceText& source, text::TextRange range, Encoding encoding) {
  return {to_position(source, range.begin, encoding), to_position(source, range.end, encoding)};
}

std::vector<lsp::TextEdit> to_edits(const SourceText& source, const std::vector<text::TextEdit>& edits, Encoding encoding) {
  std::vector<lsp::TextEdit> out;
  for (const auto& edit : edits) out.push_back({to_range(source, edit.range, encoding), edit.new_text});
  return out;
}

ChangedText apply_changes(const SourceText& before, const std::vector<lsp::ContentChange>& changes, Encoding encoding) {
  Changes applied(before, encoding);
  for (const auto& change : changes) applied.apply(change);
  return applied.take();
}

}  // namespace slipway::host
