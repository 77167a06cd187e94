#include "catalog/mounts.h"

#include <array>

#include "support/strings.h"

namespace slipway::catalog {

namespace {

constexpr std::array<MountType, 5> types = {{
    {"cache", "A directory that is kept between builds: caches of compilers and package managers.",
     "https://docs.docker.com/reference/dockerfile/#run---mounttypecache"},
    {"bind", "Files of the build context, of a stage or of an image, read-only unless `rw` is given. The default type.",
     "https://docs.docker.com/reference/dockerfile/#run---mounttypebind"},
    {"secret", "A secret such as a token, as a file or an environment variable; it never becomes part of the image.",
     "https://docs.docker.com/reference/dockerfile/#run---mounttypesecret"},
    {"ssh", "The SSH agent of the person who builds, for private repositories.",
     "https://docs.docker.com/reference/dockerfile/#run---mounttypessh"},
    {"tmpfs", "An empty directory in memory.", "https://docs.docker.com/reference/dockerfile/#run---mounttypetmpfs"},
}};

constexpr std::array<MountKey, 15> keys = {{
    {"type", "", "bind cache tmpfs secret ssh", MountKeyForm::Value, "cache bind secret ssh tmpfs",
     "Type of the mount; `bind` if none is given."},
    {"id", "", "cache secret ssh", MountKeyForm::Value, "",
     "Name of the cache, secret or agent. Caches with one id are one; without it a cache is known by its target."},
    {"target", "dst destination", "bind cache tmpfs secret ssh", MountKeyForm::Value, "", "Where it is mounted."},
    {"from", "", "bind cache", MountKeyForm::Value, "",
     "Stage, image or named context that the files come from. Numbers are names of images here, and variables are not put in."},
    {"source", "src", "bind cache", MountKeyForm::Value, "", "Path in `from`, or in the build context; its root if none is given."},
    {"sharing", "", "cache", MountKeyForm::Value, "shared private locked",
     "What builds at the same time do with the cache: `shared` use it together, `private` gives each its own, `locked` makes the second "
     "wait."},
    {"required", "", "secret ssh", MountKeyForm::Value, "true false",
     "The build ends with an error when it is not given. `false` by default."},
    {"env", "", "secret", MountKeyForm::Value, "", "Environment variable that holds the secret, instead of or besides the file."},
    {"size", "", "tmpfs", MountKeyForm::Value, "64m 256m 1g", "Upper limit of the size."},
    {"mode", "", "cache secret ssh", MountKeyForm::Value, "0755 0400 0600 0700", "Permissions, octal."},
    {"uid", "", "cache secret ssh", MountKeyForm::Value, "1000 0", "Number of the owner; 0 by default."},
    {"gid", "", "cache secret ssh", MountKeyForm::Value, "1000 0", "Number of the group; 0 by default."},
    {"rw", "readwrite", "bind", MountKeyForm::Bare, "true false", "Lets the command write there; what it writes is thrown away."},
    {"readonly", "ro", "cache", MountKeyForm::Bare, "true false", "Mounts it read-only."},
    {"ro", "readonly", "bind", MountKeyForm::Bare, "true false", "Mounts it read-only, which is the default."},
}};

constexpr std::array<CacheTarget, 16> targets = {{
    {"/root/.cache/go-build", "Go's build cache"},
    {"/go/pkg/mod", "Go modules"},
    {"/root/.npm", "npm"},
    {"/usr/local/share/.cache/yarn", "Yarn"},
    {"/pnpm/store", "pnpm"},
    {"/root/.cache/pip", "pip"},
    {"/root/.cache/uv", "uv"},
    {"/root/.cache/pypoetry", "Poetry"},
    {"/usr/local/cargo/registry", "Cargo's registry"},
    {"/root/.m2", "Maven"},
    {"/root/.gradle", "Gradle"},
    {"/root/.nuget/packages", "NuGet"},
    {"/tmp/cache", "Composer"},
    {"/var/cache/apt", "apt"},
    {"/var/lib/apt", "apt's lists"},
    {"/var/cache/apk", "apk"},
}};

bool has_word(std::string_view words, std::string_view word) {
  for (const auto part : split_words(words)) {
    if (equals_ignoring_case(part, word)) return true;
  }
  return false;
}

}  // namespace

std::span<const MountType> mount_types() { return types; }

const MountType* find_mount_type(std::string_view name) {
  for (const auto& type : types) {
    if (equals_ignoring_case(type.name, name)) return &type;
  }
  return nullptr;
}

std::span<const MountKey> mount_keys() { return keys; }

const MountKey* find_mount_key(std::string_view name) {
  for (const auto& key : keys) {
    if (equals_ignoring_case(key.name, name)) return &key;
  }
  for (const auto& key : keys) {
    if (has_word(key.aliases, name)) return &key;
  }
  return nullptr;
}

bool takes(std::string_view type, const MountKey& key) { return has_word(key.types, type); }

std::span<const CacheTarget> cache_targets() { return targets; }

}  // namespace slipway::catalog
