#include "tests/convert/archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace slipway::test {

namespace {

constexpr std::string_view answer_line = "-- answer --\n";

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The name in a line `-- name --`; empty for other lines.
std::string_view file_name(std::string_view line) {
  if (line.size() < 7 || line.substr(0, 3) != "-- " || line.substr(line.size() - 3) != " --") return {};
  return line.substr(3, line.size() - 6);
}

Archive read_archive(const std::filesystem::path& path) {
  Archive out;
  out.path = path;
  const std::string text = read_file(path);
  const auto answer = text.rfind("\n" + std::string(answer_line));
  out.before_answer = answer == std::string::npos ? text : text.substr(0, answer + 1);
  if (answer != std::string::npos) out.answer = text.substr(answer + 1 + answer_line.size());
  std::string name;
  for (std::size_t at = 0; at < out.before_answer.size();) {
    const auto end = std::min(out.before_answer.find('\n', at), out.before_answer.size() - 1);
    const std::string line = out.before_answer.substr(at, end - at);
    if (!file_name(line).empty())
      name = file_name(line);
    else if (!name.empty())
      out.files[name] += line + "\n";
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<Archive> read_archives(const std::string& folder) {
  const char* source = std::getenv("SLIPWAY_SOURCE");
  const std::filesystem::path root = source != nullptr ? std::filesystem::path(source) : std::filesystem::current_path();
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(root / "tests" / "convert" / folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  REQUIRE(!paths.empty());
  std::vector<Archive> out;
  for (const auto& path : paths) out.push_back(read_archive(path));
  return out;
}

void check_answer(const Archive& archive, const std::string& answer) {
  const char* wish = std::getenv("SLIPWAY_BLESS");
  if (wish == nullptr || *wish == '\0') {
    CHECK_MESSAGE(archive.answer == answer, archive.path.string()
                                                << " is not what the conversion says now: look at it, then `./dev bless`\n"
                                                << answer);
    return;
  }
  std::ofstream out(archive.path, std::ios::binary);
  out << archive.before_answer << answer_line << answer;
}

}  // namespace slipway::test
