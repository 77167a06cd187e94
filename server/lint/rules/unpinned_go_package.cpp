// hadolint's DL3062. Versions of Go programs are not fixed.

#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

/// Paths of other people's modules begin with a host's name; `./cmd/x`, `main.go` and `cmd/x` are this module's or Go's own.
bool is_remote(std::string_view word) {
  const auto host = word.substr(0, word.find('/'));
  const bool is_source = word.size() > 3 && word.substr(word.size() - 3) == ".go";
  return !host.empty() && host.front() != '.' && !is_source && host.find('.') != std::string_view::npos;
}

bool is_fixed(std::string_view word) {
  const auto at = word.find('@');
  return at != std::string_view::npos && word.substr(at) != "@latest" && word.substr(at) != "@none";
}

void check(const Run& run, Report& report) {
  each_call(run, catalog::PackageFamily::Go, [&](const Invocation& call) {
    if (!call.installs() && call.verb != catalog::PackageVerb::Run) return;
    auto words = call.operands();
    if (!call.installs() && words.size() > 1) words.resize(1);  // what follows are the program's own arguments
    std::erase_if(words, [](const shell::Argument* word) { return word->has_expansion || !is_remote(word->text) || is_fixed(word->text); });
    report_unpinned(words, "example.com/tool@v1.4.2", report);
  });
}

}  // namespace

extern const Rule unpinned_go_package;
const Rule unpinned_go_package = {
    .name = "unpinned-go-package",
    .aliases = {"hadolint/DL3062"},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .summary = "`go install`, `go get` or `go run` fetches a module without a version.",
    .why =
        "The newest version is fetched whenever the layer is built anew, so the same Dockerfile gives another image next month. `@latest` "
        "says no more.",
    .peers =
        "`go run main.go` and packages of the module at hand are not reported: hadolint takes every word without `@` for a module of "
        "somebody else.",
    .check_run = check,
};

}  // namespace slipway::lint
