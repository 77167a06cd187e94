// When a rule speaks and when it is silent, in short: tests/rules/<rule>/cases.txt. A line is a number of findings and a Dockerfile whose
// line ends are written ¶; a line with a name alone says whose findings the next lines count (`DL3008`, or the rule's own name), and with which
// options: `trusted=HOST,…`, `labels=KEY:FORMAT,…`, `strict=yes`.

#include <doctest/doctest.h>

#include <map>

#include "lint/engine.h"
#include "lint/registry.h"
#include "support/strings.h"
#include "tests/rules/fixtures.h"

namespace slipway::test {

namespace fs = std::filesystem;

namespace {

struct Case {
  fs::path file;
  std::string name;  ///< what is counted: an alias without its origin, or a rule
  lint::Options options;
  std::size_t findings = 0;
  std::string text;
};

std::vector<Case> cases_in(const fs::path& file) {
  std::vector<Case> out;
  std::string name;
  lint::Options options;
  const auto bytes = read(file).value_or("");
  for (const auto line : split(bytes, '\n')) {
    if (line.empty()) continue;
    if (!is_digit(line.front())) {
      const auto words = split_words(line);
      name = words.front();
      options = lint::read_options(line.substr(name.size()));
      continue;
    }
    const auto blank = line.find(' ');
    REQUIRE_MESSAGE((blank != std::string_view::npos && !name.empty()), file.string() << ": " << std::string(line));
    out.push_back({file, name, options, std::stoul(std::string(line.substr(0, blank))),
                   replace_all(std::string(line.substr(blank + 1)), "¶", "\n") + "\n"});
  }
  return out;
}

std::vector<Case> all_cases() {
  std::vector<Case> out;
  for (const auto* rule : lint::rules()) {
    const auto file = folder_of(*rule) / "cases.txt";
    if (!fs::exists(file)) continue;
    auto cases = cases_in(file);
    out.insert(out.end(), cases.begin(), cases.end());
  }
  return out;
}

bool counts(const lint::Finding& finding, std::string_view name) {
  if (finding.rule->name == name) return true;
  for (const auto alias : lint::aliases_of(finding)) {
    if (alias.substr(alias.find('/') + 1) == name) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("rules speak and are silent where their tables of cases say so") {
  for (const auto& one : all_cases()) {
    const auto found = lint::run(*document(one.text), {lint::find_rules(one.name), {}, one.options}, nullptr);
    std::size_t count = 0;
    for (const auto& finding : found) count += counts(finding, one.name) ? 1 : 0;
    CHECK_MESSAGE(count == one.findings, one.name << " finds " << count << ", not " << one.findings << " in:\n" << one.text);
  }
}

TEST_CASE("each rule of hadolint has six cases at least, some that speak and some that are silent") {
  struct Count {
    int speaking = 0;
    int silent = 0;
  };
  std::map<std::string, Count> counts_by_name;
  for (const auto& one : all_cases()) ++(one.findings == 0 ? counts_by_name[one.name].silent : counts_by_name[one.name].speaking);
  for (const auto& name : lint::rule_names()) {
    if (name.substr(0, 11) != "hadolint/DL") continue;
    const auto& count = counts_by_name[std::string(name.substr(9))];
    CHECK_MESSAGE(count.speaking + count.silent >= 6, std::string(name) << " has too few cases");
    CHECK_MESSAGE((count.speaking > 0 && count.silent > 0), std::string(name) << " has no cases of one kind");
  }
}

}  // namespace slipway::test
