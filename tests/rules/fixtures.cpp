#include "tests/rules/fixtures.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "lint/engine.h"
#include "lint/registry.h"
#include "support/strings.h"

namespace slipway::test {

namespace fs = std::filesystem;

fs::path source_folder() {
  const char* folder = std::getenv("SLIPWAY_SOURCE");
  REQUIRE_MESSAGE(folder != nullptr, "SLIPWAY_SOURCE must name the checkout; ctest sets it");
  return folder;
}

fs::path folder_of(const lint::Rule& rule) { return source_folder() / "tests" / "rules" / rule.name; }

bool blessing() {
  const char* wish = std::getenv("SLIPWAY_BLESS");
  return wish != nullptr && std::string_view(wish) == "1";
}

std::vector<Fixture> fixtures() {
  std::vector<Fixture> out;
  for (const auto& folder : fs::directory_iterator(source_folder() / "tests" / "rules")) {
    if (!folder.is_directory()) continue;
    const auto name = folder.path().filename().string();
    const auto& all = lint::rules();
    const auto rule = std::find_if(all.begin(), all.end(), [&](const lint::Rule* candidate) { return candidate->name == name; });
    CHECK_MESSAGE(rule != all.end(), "no rule is named " << name);
    if (rule == all.end()) continue;
    for (const auto& file : fs::directory_iterator(folder.path())) {
      if (file.path().extension() != ".Dockerfile") continue;
      auto golden = file.path();
      golden.replace_extension(".golden");
      out.push_back({*rule, name + "/" + file.path().stem().string(), file.path(), golden});
    }
  }
  std::sort(out.begin(), out.end(), [](const Fixture& a, const Fixture& b) { return a.name < b.name; });
  return out;
}

std::optional<std::string> read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void check_file(const fs::path& path, const std::string& expected) {
  if (blessing()) {
    if (expected.empty()) {
      fs::remove(path);
    } else if (read(path) != expected) {
      fs::create_directories(path.parent_path());
      std::ofstream(path, std::ios::binary) << expected;
    }
    return;
  }
  CHECK_MESSAGE(read(path).value_or("") == expected, path.string() << " is not what the rules say now: look at it, then `./dev bless`");
}

snapshot::SnapshotPtr document(std::string text, const fs::path& rule_folder) {
  std::map<std::string, std::string> files;
  if (const auto ignore = rule_folder.empty() ? std::nullopt : read(rule_folder / ".dockerignore"))
    files["/project/.dockerignore"] = *ignore;
  if (const auto context = rule_folder.empty() ? std::nullopt : read(rule_folder / "context")) {
    for (const auto path : split_words(*context)) files["/project/" + std::string(path)] = "";
  }
  return snapshot::make_snapshot("/project/Dockerfile", std::move(text), snapshot::in_memory(std::move(files)));
}

std::vector<lint::Finding> findings(const lint::Rule& rule, const snapshot::SnapshotPtr& document) {
  return lint::run(*document, {{&rule}, {}, lint::read_options(read(folder_of(rule) / "options").value_or(""))}, nullptr);
}

}  // namespace slipway::test
