#pragma once
// Texts to measure with: made ones of any length, and the corpus beside the checkout.

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "semantic/analysis.h"

namespace slipway::bench {

/// Stages that copy from each other, with the usual mix of instructions.
[[nodiscard]] std::string mixed_file(std::size_t lines);
/// One stage of ENV instructions, each with a key of its own.
[[nodiscard]] std::string env_file(std::size_t lines);
/// One stage of the same RUN again and again.
[[nodiscard]] std::string equal_lines_file(std::size_t lines);
/// Some instructions around one RUN with a heredoc of so many lines.
[[nodiscard]] std::string heredoc_file(std::size_t lines);

/// The files of the corpus; none where it is missing.
[[nodiscard]] std::vector<std::string> corpus();

/// Where in a text an edit is made.
enum class Place { Start, Middle, End };

/// The begin of the last word of the line that lies at a place of the text (blank lines are passed over).
[[nodiscard]] text::Offset place_in(const std::string& text, Place place);

/// A document in which one character after the other is replaced, as an editor sends it. No version's instruction has been there
/// before, so that nothing is found in the cache of facts: the letters count as a Gray code does.
class Typing {
 public:
  Typing(std::string text, text::Offset place);
  /// Replaces one character; gives the bytes of the next version. Not part of what is measured.
  [[nodiscard]] std::string next_bytes();
  /// The whole analysis of the next version: line index, tree, instructions, model; and the end of the version before.
  const semantic::AnalysisPtr& analyze(std::string next_bytes);

 private:
  static constexpr std::size_t letters = 6;

  semantic::Analyzer analyzer_;
  std::string text_;
  text::Offset place_;  ///< of the letters
  std::array<int, letters> steps_{};
  text::TextEdit edit_;
  semantic::AnalysisPtr current_;
};

}  // namespace slipway::bench
