// hadolint's DL3032. What a package manager downloaded stays in the layer.

#include "lint/packages.h"
#include "lint/runs.h"

namespace slipway::lint {

namespace {

void check(const Run& run, Report& report) { report_cache(run, catalog::PackageFamily::Yum, "yum clean all", report); }

}  // namespace

extern const Rule yum_cache;
const Rule yum_cache = {
    .name = "yum-cache",
    .aliases = {"hadolint/DL3032"},
    .level = Level::Info,
    .scope = Scope::Run,
    .fix = Safety::Safe,
    .summary = "`yum` leaves its cache in the layer.",
    .why =
        "Lists and downloaded packages are read by nobody once the layer is made, and a later RUN that deletes them makes the image no "
        "smaller. They must go in the RUN that brought them, or live in a cache mount.",
    .fix_note = "`yum clean all` is run behind the installation.",
    .peers = "Upgrades fill the cache too. The cleaning may also be `rm -r` of the cache folder; it counts only behind the installation.",
    .check_run = check,
};

}  // namespace slipway::lint
