// Heredocs of an instruction (frontend/dockerfile/parser/parser.go, heredocsFromLine); which words of the line begin one
// is decided by the code that the grammar's scanner runs (grammar/src/reading.h).

#include "reading.h"
#include "syntax/reader.h"

namespace slipway::syntax {

namespace {

/// The name in a word like `2<<-"EOF"`: without the operator, and without the quotes around all of it.
TextRange name_in(std::string_view word) {
  auto begin = word.find("<<");
  if (begin == std::string_view::npos) return {0, static_cast<Offset>(word.size())};
  begin += 2;
  if (begin < word.size() && word[begin] == '-') ++begin;
  while (begin < word.size() && is_blank(word[begin])) ++begin;
  auto end = word.size();
  if (end - begin >= 2 && (word[begin] == '"' || word[begin] == '\'') && word[end - 1] == word[begin]) {
    ++begin;
    --end;
  }
  return {static_cast<Offset>(begin), static_cast<Offset>(end)};
}

/// Owns what the shared C code found.
struct FoundHeredocs {
  df_heredocs list{};
  FoundHeredocs() = default;
  ~FoundHeredocs() { df_heredocs_free(&list); }
  FoundHeredocs(const FoundHeredocs&) = delete;
  FoundHeredocs& operator=(const FoundHeredocs&) = delete;
};

Heredoc to_heredoc(const df_heredoc& found, const df_heredocs& list, const LogicalLine& line) {
  const TextRange word{static_cast<Offset>(found.word_offset), static_cast<Offset>(found.word_offset + found.word_length)};
  Heredoc heredoc;
  heredoc.name.assign(list.names.bytes + found.name_offset, found.name_length);
  heredoc.expands = found.expand;
  heredoc.chomps = found.chomp;
  heredoc.start = line.to_source(word);
  heredoc.name_range = line.to_source(name_in(line.text().substr(word.begin, word.size())).shifted(word.begin));
  return heredoc;
}

}  // namespace

void read_heredocs(Instruction& instruction, std::string_view bytes, const std::vector<HeredocPlace>& places, char escape) {
  const auto line = instruction.line.text();
  if (line.find("<<") == std::string_view::npos) return;
  FoundHeredocs found;
  df_find_heredocs(line.data(), line.size(), escape, &found.list);
  for (std::size_t i = 0; i < found.list.count; ++i) {
    auto heredoc = to_heredoc(found.list.items[i], found.list, instruction.line);
    if (i < places.size() && places[i].end.end <= bytes.size()) {
      heredoc.terminated = true;
      heredoc.body = places[i].body;
      heredoc.content = bytes.substr(heredoc.body.begin, heredoc.body.size());
      heredoc.end = places[i].end;
    }
    instruction.heredocs.push_back(std::move(heredoc));
  }
}

}  // namespace slipway::syntax
