// tally's prefer-package-cache-mounts. A cache that the next build finds again.

#include <algorithm>

#include "lint/runs.h"
#include "support/strings.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) {
  for (const auto& call : run.calls) {
    if (!call.installs() || call.manager->cache.empty()) continue;
    const auto folders = split_words(call.manager->cache);
    if (std::any_of(folders.begin(), folders.end(), [&](std::string_view folder) { return run.has_cache_at(folder); })) continue;
    report.at(call.verb_word->range)
        .say("Every change above downloads all of this again. With `--mount=type=cache` at the cache of " +
             std::string(call.manager->program) + " (a folder that ends in `" + std::string(folders.front()) +
             "`) only what is new is fetched.");
    return;
  }
}

}  // namespace

extern const Rule cache_mount;
const Rule cache_mount = {
    .name = "cache-mount",
    .aliases = {},
    .level = Level::Hint,
    .scope = Scope::Run,
    .fix = std::nullopt,
    .enabled = Default::Off,
    .summary = "An installation has no cache mount.",
    .why =
        "The layer cache is all or nothing: one new dependency installs all anew. A cache mount keeps the downloads between builds and out "
        "of the image. It needs BuildKit and a builder that keeps its state, so the rule is off by default.",
    .check_run = check,
};

}  // namespace slipway::lint
