#include "refactor/multistage/final_base.h"

#include "catalog/packages.h"

namespace slipway::refactor::multistage {

using catalog::Family;
using catalog::Libc;
using syntax::Keyword;

namespace {

FinalBase plain(Family family, std::string release, std::string why) {
  FinalBase out;
  out.family = family;
  out.release = std::move(release);
  out.image = catalog::plain_image(family, out.release);
  out.has_certificates = family == Family::Alpine;
  out.why = std::move(why);
  return out;
}

FinalBase distroless(Libc libc) {
  FinalBase out;
  out.family = Family::Distroless;
  out.image = libc == Libc::None ? "gcr.io/distroless/static-debian12:nonroot" : "gcr.io/distroless/base-debian12:nonroot";
  out.has_certificates = true;
  out.has_time_zones = true;
  out.runs_commands = false;
  out.user = "nonroot";
  out.user_is_default = true;
  out.why = "nothing needs a shell or packages";
  return out;
}

/// True when the final stage must run commands of a shell, while it is built or when it runs.
bool needs_shell(const Facts& facts, const Evidence& evidence, const Placements& placed) {
  if (facts.start.uses_shell || facts.start.health_uses_shell || !evidence.packages.empty() || !evidence.programs.empty()) return true;
  for (std::size_t i = 0; i < facts.walk.steps.size(); ++i) {
    if (facts.step(i).keyword() == Keyword::Run && placed.steps[i].side != Side::Builder) return true;
    if (facts.step(i).keyword() == Keyword::User) return true;
  }
  for (const StartedProgram& program : facts.start.programs) {
    if (program.by != StartedBy::Command) return true;
  }
  return false;
}

bool same_c_library(Family family, Libc libc) {
  if (libc == Libc::None) return true;
  const bool musl = family == Family::Alpine;
  return libc == (musl ? Libc::Musl : Libc::Glibc);
}

/// Plain images of distributions that the builder's family allows.
FinalBase builders_family(const Facts& facts, std::string why) {
  Family family = facts.base.family;
  std::string release = facts.base.release;
  if (catalog::plain_image(family, release).empty()) {
    family = Family::Debian;
    release = catalog::default_debian;
  }
  return plain(family, std::move(release), std::move(why));
}

void note_release(const Facts& facts, const FinalBase& base, Evidence& evidence) {
  if (evidence.libc == Libc::None || facts.base.certainty == catalog::Certainty::Written || base.family == Family::Distroless) return;
  evidence.note(Weight::Assumption, "base", facts.walk.analysis->line_of(facts.walk.stage->base_range.begin),
                "The builder's image does not name its distribution's release; " + base.image + " is what it is known to stand on.");
}

}  // namespace

FinalBase choose_base(const Facts& facts, Evidence& evidence, const Placements& placed, BaseChoice choice) {
  if (!evidence.base.empty()) {
    FinalBase out;
    out.image = evidence.base;
    out.family = facts.base.family;
    out.release = facts.base.release;
    out.has_certificates = out.family == Family::Alpine;
    out.user = evidence.base_user;
    out.why = "the same image without compilers";
    return out;
  }
  FinalBase out;
  const bool distroless_fits = !needs_shell(facts, evidence, placed) && evidence.libc != Libc::Musl;
  if (choice == BaseChoice::Distroless && distroless_fits) {
    out = distroless(evidence.libc);
  } else if (placed.family_bound || !evidence.packages.empty()) {
    out = builders_family(facts, "packages and users are made with the builder's own tools");
  } else if (choice == BaseChoice::Debian && same_c_library(Family::Debian, evidence.libc)) {
    const bool debian = facts.base.family == Family::Debian;
    out = plain(Family::Debian, debian ? facts.base.release : std::string(catalog::default_debian), "Debian was asked for");
  } else if (evidence.libc == Libc::Glibc) {
    out = builders_family(facts, "the program is linked to the builder's glibc");
  } else if (facts.base.family == Family::Alpine) {
    out = builders_family(facts, evidence.libc == Libc::Musl ? "the program is linked to the builder's musl"
                                                             : "the builder's own distribution, as small as it comes");
  } else {
    out = plain(Family::Alpine, std::string(catalog::default_alpine), "the program is static");
  }
  note_release(facts, out, evidence);
  return out;
}

}  // namespace slipway::refactor::multistage
