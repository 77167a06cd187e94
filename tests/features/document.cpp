#include "tests/features/document.h"

namespace slipway::test {

snapshot::SnapshotPtr make_document(std::string text, const ContextFiles& files) {
  std::map<std::string, std::string> disk;
  for (const auto& [path, content] : files) disk["/context/" + path] = content;
  disk["/context/Dockerfile"] = text;
  return snapshot::make_snapshot("/context/Dockerfile", std::move(text), snapshot::in_memory(std::move(disk)));
}

std::string line_number(const snapshot::DocumentSnapshot& document, text::Offset offset) {
  return std::to_string(document.analysis->line_of(offset));
}

std::string shown(const snapshot::DocumentSnapshot& document, text::TextRange range) {
  const auto& lines = document.analysis->source.lines();
  const auto start = lines.line_start(lines.line_of(range.begin));
  return line_number(document, range.begin) + ":" + std::to_string(range.begin - start + 1) + "-" + std::to_string(range.end - start + 1) +
         " " + std::string(document.analysis->source.slice(range));
}

std::string shown(const snapshot::DocumentSnapshot& document, const std::vector<text::TextRange>& ranges) {
  std::string out;
  for (const auto range : ranges) out += shown(document, range) + "\n";
  return out;
}

}  // namespace slipway::test
