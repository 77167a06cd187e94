// docs/rules is written from the rules and their cases; a page that says something else is stale.

#include <doctest/doctest.h>

#include "lint/page.h"
#include "lint/registry.h"
#include "tests/rules/fixtures.h"

namespace slipway::test {

namespace fs = std::filesystem;

TEST_CASE("the pages of docs/rules say what the rules say") {
  const auto pages = source_folder() / "docs" / "rules";
  for (const auto* rule : lint::rules()) {
    const auto folder = folder_of(*rule);
    const auto bad = read(folder / "example.Dockerfile").value_or("");
    const auto good = read(folder / "clean.Dockerfile").value_or("");
    const auto ignore = read(folder / ".dockerignore").value_or("");
    const auto context = read(folder / "context").value_or("");
    const auto options = read(folder / "options").value_or("");
    check_file(pages / (std::string(rule->name) + ".md"), lint::rule_page(*rule, {bad, good, ignore, options, context}));
  }
  check_file(pages / "README.md", lint::rule_index());
}

TEST_CASE("no page is left over from a rule that is gone") {
  for (const auto& page : fs::directory_iterator(source_folder() / "docs" / "rules")) {
    const auto name = page.path().stem().string();
    if (name == "README" || name == "false-alarms") continue;  // the second is written by hand
    const auto found = lint::find_rules(name);
    CHECK_MESSAGE(found.size() == 1, page.path().string() << " belongs to no rule");
  }
}

}  // namespace slipway::test
