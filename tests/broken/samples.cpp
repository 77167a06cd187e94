#include "tests/broken/samples.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

namespace slipway::test {

namespace fs = std::filesystem;

const std::vector<std::string>& built_in_texts() {
  static const std::vector<std::string> texts = {
      "# syntax=docker/dockerfile:1\n# check=skip=JSONArgsRecommended;error=true\nARG V=1.24 BASE=alpine\nFROM --platform=$BUILDPLATFORM "
      "golang:${V} AS Build\nWORKDIR /src\nCOPY --chown=1:1 [\"go.mod\", \"./\"]\nRUN --mount=type=cache,target=/x \\\n  # why\n\n  go "
      "build "
      "-o /out/app\nFROM ${BASE}:3 AS run\nARG V\nENV A=$V B='x y' C=\"${A:-z}\"\nCOPY --from=build /out/app /app\nEXPOSE 80/TCP $P\nUSER "
      "1\nENTRYPOINT [\"/app\"]\nCMD --help\n",
      "# escape=`\r\nFROM mcr.microsoft.com/windows/nanoserver AS win\r\nSHELL [\"cmd\", \"/C\"]\r\nRUN dir `\r\n  /s C:\\\\\r\nLABEL a=b "
      "`\r\n "
      "c=d\r\n",
      "FROM a AS b\nRUN <<EOF cat <<-\"E\"\necho $A\nEOF\n\tFROM body\n\tE\nCOPY <<F <<'G' /x/\n${A}\nF\n$B\nG\nONBUILD COPY --from=b x y\n"
      "HEALTHCHECK --interval=5s CMD true\nFROM b\nSTOPSIGNAL 9\n# the end\n",
      "FROM é AS ü\nRUN echo '😀' && if [ -f x ]; then echo $(ls) `pwd` $((1+2)); fi\nVOLUME [\"/a b\", \"/c\"]\nMAINTAINER m\nADD "
      "https://example.com/a.tar /x\n",
  };
  return texts;
}

std::vector<std::string> vector_texts() {
  const char* source = std::getenv("SLIPWAY_SOURCE");  // NOLINT(concurrency-mt-unsafe): one thread
  if (source == nullptr) return {};
  std::error_code missing;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(source) / ".." / "shared" / "vectors" / "buildkit", missing)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const auto& file : files) {
    std::ifstream lines(file, std::ios::binary);
    for (std::string line; std::getline(lines, line);) texts.push_back(nlohmann::json::parse(line).at("dockerfile").get<std::string>());
  }
  return texts;
}

std::vector<Character> characters(const std::string& text) {
  const auto continues = [&](std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
  std::vector<Character> out;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at + 1;
    while (continues(end)) ++end;
    out.push_back({at, end});
    at = end;
  }
  return out;
}

}  // namespace slipway::test
