// The guide of Docker: update and install in one RUN, or a cached layer keeps old lists.

#include <algorithm>

#include "lint/rule.h"
#include "lint/runs.h"
#include "lint/sections.h"

namespace slipway::lint {

namespace {

using catalog::PackageFamily;
using catalog::PackageVerb;
using semantic::InstructionId;

bool has(const Run& run, PackageVerb verb) {
  return std::any_of(run.calls.begin(), run.calls.end(),
                     [&](const Invocation& call) { return call.manager->family == PackageFamily::Apt && call.verb == verb; });
}

/// The first RUN behind `id` in the section that installs from lists it did not fetch.
const semantic::InstructionEntry* installs_later(const Context& context, const Section& section, InstructionId id) {
  for (++id.value; id < section.end; ++id.value) {
    const auto* run = plain_run_at(context, id);
    if (run == nullptr) continue;
    if (has(*run, PackageVerb::Update)) return nullptr;
    if (has(*run, PackageVerb::Install)) return &context.analysis.instruction(id);
  }
  return nullptr;
}

void check(const Context& context, Report& report) {
  for (const auto& section : sections(context)) {
    each_instruction(context, section, [&](InstructionId id, const semantic::InstructionEntry& entry) {
      const auto* run = plain_run_at(context, id);
      if (run == nullptr || !has(*run, PackageVerb::Update) || has(*run, PackageVerb::Install)) return;
      const auto* installs = installs_later(context, section, id);
      if (installs == nullptr) return;
      const auto call =
          std::find_if(run->calls.begin(), run->calls.end(), [](const Invocation& one) { return one.verb == PackageVerb::Update; });
      report.at(entry.place(call->verb_word->range))
          .say(
              "This layer stays in the cache, so a package that is added to a later RUN months from now is looked for in the lists of "
              "today and may not be found. Update and install in one RUN.")
          .related(installs->place(installs->syntax().keyword_range), "packages are installed here");
    });
  }
}

}  // namespace

extern const Rule apt_update_apart;
const Rule apt_update_apart = {
    .name = "apt-update-apart",
    .aliases = {},
    .level = Level::Info,
    .scope = Scope::File,
    .fix = std::nullopt,
    .summary = "`apt-get update` and `apt-get install` stand in two RUN instructions.",
    .why =
        "BuildKit repeats a RUN only when its text or what stands before it changes. The lists of packages grow old in the cache, while "
        "the archives drop old versions: the installation fails, or brings versions with known holes.",
    .check_file = check,
};

}  // namespace slipway::lint
