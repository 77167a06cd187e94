// What rules about commands stand on: the table of package managers, flags among words, and findings that give way to others.

#include <doctest/doctest.h>

#include "catalog/package_managers.h"
#include "lint/command_words.h"
#include "lint/engine.h"
#include "lint/packages.h"
#include "lint/registry.h"
#include "support/strings.h"
#include "tests/rules/fixtures.h"

namespace slipway::test {

namespace {

using catalog::PackageVerb;

/// "pip install: a b" for a line of shell with one call of a package manager; empty when there is none.
std::string call(std::string_view line) {
  const auto script = shell::read_script_text(line);
  for (const auto& command : script.commands) {
    const auto found = lint::invocation_of(command);
    if (!found) continue;
    std::string out(found->manager->program);
    if (found->verb_word != nullptr) out += " " + found->verb_word->text;
    out += ":";
    for (const auto* word : found->operands()) out += " " + word->text;
    return out;
  }
  return {};
}

shell::Command command(std::string_view line) { return shell::read_script_text(line).commands.front(); }

std::vector<std::string> aliases_at_first_finding(const std::string& text) {
  std::vector<std::string> out;
  const auto found = lint::run(*document(text), {}, nullptr);
  for (const auto& finding : found) {
    for (const auto alias : lint::aliases_of(finding)) out.emplace_back(alias);
  }
  return out;
}

std::size_t count(const std::vector<std::string>& all, std::string_view one) {
  return static_cast<std::size_t>(std::count(all.begin(), all.end(), one));
}

}  // namespace

TEST_CASE("a call of a package manager has its verb and its packages") {
  CHECK(call("apt-get install -y curl git") == "apt-get install: curl git");
  CHECK(call("apt-get -t backports -y install curl") == "apt-get install: curl");
  CHECK(call("apk add --virtual .deps gcc --repository https://example.com/x musl-dev") == "apk add: gcc musl-dev");
  CHECK(call("sudo yum -y install httpd") == "yum install: httpd");
  CHECK(call("/usr/bin/dnf install httpd") == "dnf install: httpd");
  CHECK(call("npm --loglevel warn install -g express") == "npm install: express");
  CHECK(call("uv pip install --index-url x requests") == "uv install: requests");
  CHECK(call("yarn cache clean") == "yarn clean:");
  CHECK(call("go install -tags x example.com/a@v1") == "go install: example.com/a@v1");
  CHECK(call("echo apt-get install curl").empty());
}

TEST_CASE("versions in the name of a program do not matter, and python -m pip is pip") {
  CHECK(call("pip3 install x") == "pip install: x");
  CHECK(call("pip3.12 install x") == "pip install: x");
  CHECK(call("python3 -m pip install x") == "pip install: x");
  CHECK(call("python3 setup.py install").empty());
}

TEST_CASE("each manager has a program, a family and a way to install") {
  for (const auto& manager : catalog::package_managers()) {
    CAPTURE(std::string(manager.program));
    CHECK(!manager.install.empty());
    CHECK(catalog::find_package_manager(manager.program) == &manager);
    for (const auto verb : split_words(manager.install)) CHECK(catalog::verb_of(manager, verb) == PackageVerb::Install);
    for (const auto verb : split_words(manager.clean)) CHECK(catalog::verb_of(manager, verb) == PackageVerb::Clean);
  }
}

TEST_CASE("flags are found alone, in a cluster and before a value") {
  CHECK(lint::has_flag(command("x -yq"), "q"));
  CHECK(lint::has_flag(command("x --assume-yes"), "y assume-yes"));
  CHECK(lint::has_flag(command("x --progress=dot"), "progress"));
  CHECK(!lint::has_flag(command("x -- y"), "y"));
  CHECK(!lint::has_flag(command("x --yes"), "y"));
  CHECK(lint::count_flag(command("x -q -q"), "q") == 2);
  CHECK(lint::has_sequence(command("go mod download"), "mod download"));
  CHECK(!lint::has_sequence(command("go download mod"), "mod download"));
  CHECK(lint::may_hold_flags(command("apk add $APK_FLAGS x")));
  CHECK(!lint::may_hold_flags(command("apk add $PACKAGES")));
}

TEST_CASE("a folder is removed with the one above it") {
  CHECK(lint::removes_folder(command("rm -rf /var/lib/apt/lists/*"), "apt/lists"));
  CHECK(lint::removes_folder(command("rm -rf /var/cache/*"), "/var/cache/yum"));
  CHECK(lint::removes_folder(command("rm -rf /root/.cache"), ".cache/pip"));
  CHECK(!lint::removes_folder(command("rm -rf /tmp/*"), "/var/cache/yum"));
  CHECK(!lint::removes_folder(command("rm /var/cache/yum"), "/var/cache/yum"));
}

TEST_CASE("what BuildKit and another linter both say is said once, under both names") {
  const auto aliases = aliases_at_first_finding("FROM alpine:3.22\nENV MY_PASSWORD=x\nWORKDIR app\nUSER 1000\nCMD x\n");
  for (const auto* name : {"buildkit/SecretsUsedInArgOrEnv", "hadolint/DL3064", "buildkit/WorkdirRelativePath", "hadolint/DL3000",
                           "buildkit/JSONArgsRecommended", "hadolint/DL3025"})
    CHECK_MESSAGE(count(aliases, name) == 1, std::string(name));
}

TEST_CASE("what is switched off does not come back under another name") {
  const auto aliases = aliases_at_first_finding("# check=skip=JSONArgsRecommended\nFROM alpine:3.22\nUSER 1000\nCMD x\n");
  CHECK(count(aliases, "buildkit/JSONArgsRecommended") == 0);
  CHECK(count(aliases, "hadolint/DL3025") == 0);
}

TEST_CASE("a rule that is asked for by itself speaks for itself") {
  const auto found = lint::run(*document("FROM alpine:3.22\nWORKDIR app\n"), {lint::find_rules("DL3000"), {}}, nullptr);
  REQUIRE(found.size() == 1);
  CHECK(found.front().rule->name == "relative-workdir");
}

TEST_CASE("what covers a rule is a rule, and covers by itself") {
  for (const auto* rule : lint::rules()) {
    for (const auto name : rule->covered_by) {
      const auto found = lint::find_rules(name);
      CAPTURE(std::string(rule->name));
      REQUIRE(found.size() == 1);
      CHECK(found.front()->covered_by.empty());
    }
  }
}

TEST_CASE("findings of a RUN stand at the same words wherever the RUN stands") {
  const std::string run = "RUN apt-get install curl\n";
  const auto near = lint::run(*document("FROM alpine:3.22\n" + run), {lint::find_rules("DL3014"), {}}, nullptr);
  const auto far = lint::run(*document("FROM alpine:3.22\n# one\n# two\n" + run), {lint::find_rules("DL3014"), {}}, nullptr);
  REQUIRE((near.size() == 1 && far.size() == 1));
  CHECK(far.front().range.begin - near.front().range.begin == 12);
  CHECK(far.front().fixes.front().edits.front().range.begin - near.front().fixes.front().edits.front().range.begin == 12);
}

}  // namespace slipway::test
