// The table of rules: complete, in order, and every name leads to its rule.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "lint/peers.h"
#include "lint/registry.h"
#include "support/strings.h"
#include "tests/rules/fixtures.h"

namespace slipway::test {

namespace fs = std::filesystem;

TEST_CASE("the table is in the order of names and has one check for each rule's scope") {
  const auto& all = lint::rules();
  CHECK(std::is_sorted(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->name < b->name; }));
  for (const auto* rule : all) {
    CAPTURE(std::string(rule->name));
    CHECK((rule->check_run != nullptr) == (rule->scope == lint::Scope::Run));
    CHECK((rule->check_file != nullptr) == (rule->scope == lint::Scope::File));
    CHECK((rule->check_stage != nullptr) == (rule->scope == lint::Scope::Stage));
    CHECK((rule->check_instruction != nullptr) == (rule->scope == lint::Scope::Instruction || rule->scope == lint::Scope::Place));
    CHECK(!rule->summary.empty());
    CHECK(!rule->why.empty());
    CHECK(rule->fix.has_value() == !rule->fix_note.empty());
  }
}

TEST_CASE("every rule has its file, its folder with an example and a clean case, and a fix that the cases show") {
  std::set<std::string_view> shows_fix;
  for (const auto& fixture : fixtures()) {
    for (const auto& finding : findings(*fixture.rule, document(read(fixture.dockerfile).value_or(""), folder_of(*fixture.rule)))) {
      if (!finding.fixes.empty()) shows_fix.insert(fixture.rule->name);
    }
  }
  for (const auto* rule : lint::rules()) {
    CAPTURE(std::string(rule->name));
    const auto folder = folder_of(*rule);
    CHECK(fs::exists(source_folder() / "server" / "lint" / "rules" / (replace_all(std::string(rule->name), "-", "_") + ".cpp")));
    CHECK(fs::exists(folder / "example.Dockerfile"));
    CHECK(fs::exists(folder / "clean.Dockerfile"));
    CHECK_MESSAGE(!findings(*rule, document(read(folder / "example.Dockerfile").value_or(""), folder)).empty(),
                  "the example finds nothing");
    CHECK_MESSAGE(findings(*rule, document(read(folder / "clean.Dockerfile").value_or(""), folder)).empty(),
                  "the clean case finds something");
    CHECK_MESSAGE(rule->fix.has_value() == (shows_fix.count(rule->name) != 0), "the rule and its cases disagree about a fix");
  }
}

TEST_CASE("a rule answers to its name, to its aliases with and without their origin, and to the origin") {
  const auto names = [](std::string_view name) {
    std::vector<std::string_view> out;
    for (const auto* rule : lint::find_rules(name)) out.push_back(rule->name);
    return out;
  };
  const std::vector<std::string_view> one = {"stage-name-casing"};
  CHECK(names("stage-name-casing") == one);
  CHECK(names("buildkit/StageNameCasing") == one);
  CHECK(names("StageNameCasing") == one);
  CHECK(names("stagenamecasing") == one);
  CHECK(names("DL3002") == std::vector<std::string_view>{"final-stage-root"});
  CHECK(names("buildkit").size() > 5);
  CHECK(names("nonsense").empty());
}

TEST_CASE("each rule of a peer has one of ours, or a reason") {
  for (const auto& peer : lint::peer_rules()) {
    CAPTURE(std::string(peer.name));
    const auto found = lint::find_rules(peer.name);
    CHECK(found.size() == (peer.ours.empty() ? 0U : 1U));
    CHECK((!peer.ours.empty() || !peer.note.empty()));
    if (!found.empty()) CHECK(found.front()->name == peer.ours);
  }
}

TEST_CASE("checks that others know have an address") {
  CHECK(lint::page_address("buildkit/JSONArgsRecommended") == "https://docs.docker.com/go/dockerfile/rule/json-args-recommended/");
  CHECK(lint::page_address("buildkit/FromPlatformFlagConstDisallowed") ==
        "https://docs.docker.com/go/dockerfile/rule/from-platform-flag-const-disallowed/");
  CHECK(lint::page_address("hadolint/DL3002") == "https://github.com/hadolint/hadolint/wiki/DL3002");
  CHECK(lint::page_address("buildkit/error").empty());
}

}  // namespace slipway::test
