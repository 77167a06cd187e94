#include "catalog/flags.h"

#include <array>

#include "support/strings.h"

namespace slipway::catalog {

namespace {

using syntax::Keyword;

constexpr std::string_view chown_meaning =
    "Owner of the copied files, as names or numbers: `user`, `user:group`, `:group`. Names must exist in the image. Without it the files "
    "belong to root (`0:0`).";
constexpr std::string_view chmod_meaning =
    "Permissions of the copied files: octal such as `755`, or symbolic such as `u=rwX,go=rX`. Without it they keep those they have.";
constexpr std::string_view link_meaning =
    "Puts the files into a layer of their own, independent of the layers below. The layer stays in the cache when the base changes. The "
    "destination is then not followed through symbolic links of the image.";
constexpr std::string_view exclude_meaning = "Leaves out sources that match the pattern. The flag may be given several times.";

constexpr std::array<FlagDoc, 23> docs = {{
    {Keyword::From, "platform", "os/architecture",
     "Platform of the base image, where it has several. `$BUILDPLATFORM` is the machine that builds: the usual choice for a stage that "
     "cross-compiles. Without it the target platform is taken.",
     "$BUILDPLATFORM $TARGETPLATFORM"},
    {Keyword::Copy, "from", "stage|image|context",
     "Takes the sources from an earlier stage (by name or number), from an image, or from a named build context instead of the build "
     "context.",
     ""},
    {Keyword::Copy, "chown", "user[:group]", chown_meaning, ""},
    {Keyword::Copy, "chmod", "permissions", chmod_meaning, "755 644 0755 0644 +x"},
    {Keyword::Copy, "link", "", link_meaning, "true false"},
    {Keyword::Copy, "parents", "",
     "Keeps the directories of each source below the destination. A `/./` in a source marks where the kept part begins.", "true false"},
    {Keyword::Copy, "exclude", "pattern", exclude_meaning, ""},
    {Keyword::Add, "chown", "user[:group]", chown_meaning, ""},
    {Keyword::Add, "chmod", "permissions", chmod_meaning, "755 644 0755 0644 +x"},
    {Keyword::Add, "link", "", link_meaning, "true false"},
    {Keyword::Add, "keep-git-dir", "", "Keeps the `.git` directory when a Git repository is added.", "true false"},
    {Keyword::Add, "checksum", "sha256:digest",
     "Digest that a download must have, or the commit that a Git source must be at. The build ends with an error when it differs.",
     "sha256:"},
    {Keyword::Add, "unpack", "", "Whether tar archives are unpacked. Without it local archives are, downloaded ones are not.",
     "true false"},
    {Keyword::Add, "exclude", "pattern", exclude_meaning, ""},
    {Keyword::Run, "mount", "type=…,target=…",
     "Mounts something for the time of this command: `bind` (files of the context, a stage or an image), `cache` (a directory kept between "
     "builds), `tmpfs`, `secret`, `ssh`. Nothing of it stays in the layer. The flag may be given several times.",
     ""},
    {Keyword::Run, "network", "default|none|host",
     "Network that the command has: `default`, `none`, or `host` (which the builder must allow).", "default none host"},
    {Keyword::Run, "security", "sandbox|insecure",
     "`insecure` runs the command with full privileges, which the builder must allow; `sandbox` is the default.", "sandbox insecure"},
    {Keyword::Run, "device", "name",
     "Gives the command a device that the builder offers by the Container Device Interface, such as a GPU. May be given several times.",
     ""},
    {Keyword::Healthcheck, "interval", "duration", "Time between two checks; `30s` by default.", "30s 10s 1m 5m"},
    {Keyword::Healthcheck, "timeout", "duration", "A check that takes longer has failed; `30s` by default.", "5s 3s 10s 30s"},
    {Keyword::Healthcheck, "retries", "count", "This many failed checks in a row make the container unhealthy; `3` by default.", "3 5 10"},
    {Keyword::Healthcheck, "start-period", "duration",
     "Time the container has to start: checks that fail meanwhile do not count. `0s` by default.", "10s 5s 30s 1m"},
    {Keyword::Healthcheck, "start-interval", "duration", "Time between two checks during the start period; `5s` by default.", "5s 1s 2s"},
}};

}  // namespace

const FlagDoc* find_flag(syntax::Keyword keyword, std::string_view name) {
  for (const auto& doc : docs) {
    if (doc.keyword == keyword && doc.name == name) return &doc;
  }
  return nullptr;
}

std::string reference_link(const FlagDoc& flag) {
  const auto keyword = to_lower(syntax::spelling(flag.keyword));
  // HEALTHCHECK's flags share one section.
  if (flag.keyword == Keyword::Healthcheck) return "https://docs.docker.com/reference/dockerfile/#healthcheck";
  return "https://docs.docker.com/reference/dockerfile/#" + keyword + "---" + std::string(flag.name);
}

}  // namespace slipway::catalog
