#include "tests/bench/texts.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace slipway::bench {

std::string mixed_file(std::size_t lines) {
  std::string text = "# syntax=docker/dockerfile:1\nARG VERSION=1.22\n";
  std::size_t written = 2;
  for (int stage = 0; written < lines; ++stage) {
    const auto name = "s" + std::to_string(stage);
    text +=
        "FROM golang:${VERSION} AS " + name + "\nWORKDIR /src/" + name + "\nARG FLAGS=-v\nENV A=1 B=\"$FLAGS x\"\nCOPY go.mod go.sum ./\n";
    text += "RUN apt-get update && \\\n    apt-get install -y --no-install-recommends git curl && \\\n    rm -rf /var/lib/apt/lists/*\n";
    text += stage == 0 ? "COPY . .\n" : "COPY --from=s" + std::to_string(stage - 1) + " /src/out /src/in\n";
    text += "RUN --mount=type=cache,target=/root/.cache go build $FLAGS -o out ./...\nCMD [\"./out\"]\n\n";
    written += 12;
  }
  return text;
}

std::string env_file(std::size_t lines) {
  std::string text = "FROM alpine:3.20\n";
  for (std::size_t n = 1; n < lines; ++n) text += "ENV KEY_" + std::to_string(n) + "=value-" + std::to_string(n) + "\n";
  return text;
}

std::string equal_lines_file(std::size_t lines) {
  std::string text = "FROM alpine:3.20\n";
  for (std::size_t n = 1; n < lines; ++n) text += "RUN echo hello world\n";
  return text;
}

std::string heredoc_file(std::size_t lines) {
  std::string text = "FROM alpine:3.20\nARG A=1\nRUN <<EOF\n";
  for (std::size_t n = 0; n < lines; ++n) text += "echo step " + std::to_string(n) + " of many && true\n";
  return text + "EOF\nCMD [\"true\"]\n";
}

std::vector<std::string> corpus() {
  const char* source = std::getenv("SLIPWAY_SOURCE");  // NOLINT(concurrency-mt-unsafe): one thread
  const auto root = std::filesystem::path(source != nullptr ? source : ".") / ".." / "shared" / "corpus" / "files";
  std::vector<std::filesystem::path> paths;
  std::error_code missing;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root, missing)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

text::Offset place_in(const std::string& text, Place place) {
  std::size_t begin = 0;
  if (place == Place::Middle) begin = text.find('\n', text.size() / 2) + 1;
  if (place == Place::End) begin = text.find_last_not_of('\n');
  if (place == Place::End) begin = text.rfind('\n', begin) + 1;
  while (begin < text.size() && (text[begin] == '\n' || text[begin] == '#')) begin = text.find('\n', begin) + 1;
  const auto end = std::min(text.find('\n', begin), text.size());
  const auto word = text.find_last_of(" =", end - 1);
  return static_cast<text::Offset>(word + 1);
}

Typing::Typing(std::string text, text::Offset place) : text_(std::move(text)), place_(place) {
  text_.insert(place_, letters, 'a');
  steps_.fill(1);
  current_ = analyzer_.analyze(text::SourceText(text_));
  (void)current_->model();
}

std::string Typing::next_bytes() {
  for (std::size_t at = 0; at < letters; ++at) {
    auto& letter = text_[place_ + at];
    const auto next = static_cast<char>(letter + steps_[at]);
    if (next < 'a' || next > 'z') {
      steps_[at] = -steps_[at];
      continue;
    }
    const auto begin = static_cast<text::Offset>(place_ + at);
    letter = next;
    edit_ = {{begin, begin + 1}, std::string(1, next)};
    break;
  }
  return text_;
}

const semantic::AnalysisPtr& Typing::analyze(std::string next_bytes) {
  current_ = analyzer_.advance(*current_, text::SourceText(std::move(next_bytes)), {edit_});
  (void)current_->model();
  return current_;
}

}  // namespace slipway::bench
