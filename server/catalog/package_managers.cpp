#include "catalog/package_managers.h"

#include <algorithm>
#include <array>

namespace slipway::catalog {

namespace {

using enum PackageFamily;

constexpr std::string_view apt_valued = "t target-release default-release o option c config-file a host-architecture P build-profiles";
constexpr std::string_view rpm_valued =
    "c config enablerepo disablerepo repo repoid installroot releasever x exclude setopt forcearch rpmverbosity downloaddir destdir";
constexpr std::string_view pip_valued =
    "abi b build c constraint cert client-cert e editable extra-index-url f find-links i index-url implementation log no-binary "
    "only-binary platform prefix progress-bar proxy python python-version r requirement retries root root-user-action src t target "
    "timeout trusted-host upgrade-strategy config-settings report";
constexpr std::string_view pip_pins = "== >= <= > < != ~= ===";
constexpr std::string_view npm_valued = "loglevel registry prefix C cache tag userconfig globalconfig w workspace omit include only before";

constexpr auto managers = std::to_array<PackageManager>({
    {.program = "apt-get",
     .family = Apt,
     .install = "install reinstall",
     .update = "update",
     .upgrade = "upgrade dist-upgrade full-upgrade",
     .clean = "clean autoclean distclean",
     .remove = "remove purge autoremove autopurge",
     .yes = "y yes assume-yes force-yes",
     .valued = apt_valued,
     .pins = "= /",
     .files = ".deb",
     .cache = "/var/lib/apt /var/cache/apt"},
    {.program = "apt",
     .family = Apt,
     .install = "install reinstall",
     .update = "update",
     .upgrade = "upgrade dist-upgrade full-upgrade",
     .clean = "clean autoclean distclean",
     .remove = "remove purge autoremove autopurge",
     .yes = "y yes assume-yes force-yes",
     .valued = apt_valued,
     .pins = "= /",
     .files = ".deb",
     .cache = "/var/lib/apt /var/cache/apt"},
    {.program = "aptitude",
     .family = Apt,
     .install = "install reinstall",
     .update = "update",
     .upgrade = "safe-upgrade full-upgrade upgrade dist-upgrade",
     .clean = "clean autoclean",
     .remove = "remove purge",
     .yes = "y assume-yes",
     .valued = "t target-release o w width F display-format O sort",
     .pins = "= /",
     .files = ".deb",
     .cache = "/var/lib/apt /var/cache/apt"},
    {.program = "apk",
     .family = Apk,
     .install = "add",
     .update = "update",
     .upgrade = "upgrade",
     .clean = "cache_clean cache_purge",
     .remove = "del",
     .valued = "t virtual X repository p root arch keys-dir repositories-file cache-dir cache-max-age wait",
     .pins = "= ~ > <",
     .files = ".apk",
     .no_cache = "no-cache",
     .cache = "/var/cache/apk"},
    {.program = "yum",
     .family = Yum,
     .install = "install localinstall reinstall",
     .install_group = "groupinstall group-install",
     .update = "makecache check-update",
     .upgrade = "update upgrade",
     .clean = "clean",
     .remove = "remove erase autoremove groupremove",
     .yes = "y assumeyes",
     .valued = rpm_valued,
     .files = ".rpm",
     .cache = "/var/cache/yum"},
    {.program = "dnf",
     .family = Dnf,
     .install = "install in localinstall reinstall rei",
     .install_group = "groupinstall group-install",
     .update = "makecache check-update",
     .upgrade = "upgrade up upgrade-minimal up-min update",
     .clean = "clean",
     .remove = "remove rm erase autoremove groupremove",
     .yes = "y assumeyes",
     .valued = rpm_valued,
     .files = ".rpm",
     .cache = "/var/cache/libdnf5 /var/cache/dnf /var/cache/yum .cache/libdnf5"},
    {.program = "microdnf",
     .family = Dnf,
     .install = "install in localinstall reinstall rei",
     .install_group = "groupinstall group-install",
     .update = "makecache check-update",
     .upgrade = "upgrade up upgrade-minimal up-min update",
     .clean = "clean",
     .remove = "remove rm erase autoremove groupremove",
     .yes = "y assumeyes",
     .valued = rpm_valued,
     .files = ".rpm",
     .cache = "/var/cache/libdnf5 /var/cache/dnf /var/cache/yum .cache/libdnf5"},
    {.program = "tdnf",
     .family = Dnf,
     .install = "install reinstall",
     .update = "makecache check-update",
     .upgrade = "upgrade update",
     .clean = "clean",
     .remove = "remove erase autoremove",
     .yes = "y assumeyes",
     .valued = rpm_valued,
     .files = ".rpm",
     .cache = "/var/cache/tdnf"},
    {.program = "zypper",
     .family = Zypper,
     .install = "install in source-install si",
     .update = "refresh ref",
     .upgrade = "update up patch dist-upgrade dup",
     .clean = "clean cc",
     .remove = "remove rm",
     .yes = "non-interactive n no-confirm y",
     .valued = "r repo from t type p plus-repo root R cache-dir",
     .pins = "= > <",
     .files = ".rpm",
     .cache = "/var/cache/zypp"},
    {.program = "pacman",
     .family = Pacman,
     .install = "-S -Sy -Syu -Syyu -Su -Syy -U",
     .clean = "-Sc -Scc",
     .remove = "-R -Rs -Rns -Rsn -Rc",
     .yes = "noconfirm",
     .valued = "b dbpath r root config cachedir ignore",
     .pins = "=",
     .files = ".zst .xz",
     .cache = "/var/cache/pacman"},
    {.program = "pip",
     .family = Pip,
     .install = "install",
     .clean = "cache_purge",
     .remove = "uninstall",
     .yes = "y yes",
     .valued = pip_valued,
     .pins = pip_pins,
     .files = ".whl .tar.gz",
     .no_cache = "no-cache-dir no-cache",
     .cache = ".cache/pip"},
    {.program = "pipx",
     .family = Pipx,
     .install = "install",
     .upgrade = "upgrade upgrade-all",
     .remove = "uninstall",
     .run = "run",
     .valued = pip_valued,
     .pins = pip_pins,
     .files = ".whl .tar.gz",
     .cache = ".cache/pip"},
    {.program = "uv",
     .family = Uv,
     .install = "pip_install add sync tool_install",
     .clean = "cache_clean cache_prune",
     .remove = "pip_uninstall remove",
     .run = "run",
     .valued = "r requirement c constraint python p index-url extra-index-url find-links target",
     .pins = "== >= <= > < != ~= @",
     .files = ".whl .tar.gz",
     .no_cache = "no-cache n",
     .cache = ".cache/uv"},
    {.program = "poetry",
     .family = Poetry,
     .install = "install add",
     .upgrade = "update",
     .clean = "cache_clear",
     .remove = "remove",
     .run = "run",
     .yes = "n no-interaction",
     .valued = "E extras G group C directory",
     .pins = "@ = > < ^ ~",
     .no_cache = "no-cache",
     .cache = ".cache/pypoetry"},
    {.program = "npm",
     .family = Npm,
     .install = "install i add",
     .upgrade = "update",
     .clean = "cache_clean",
     .remove = "uninstall rm remove",
     .run = "run run-script exec",
     .yes = "y yes",
     .valued = npm_valued,
     .pins = "@",
     .files = ".tar .tar.gz .tgz",
     .cache = ".npm"},
    {.program = "yarn",
     .family = Yarn,
     .install = "install add",
     .upgrade = "upgrade up",
     .clean = "cache_clean",
     .remove = "remove",
     .run = "run dlx exec",
     .valued = "cwd registry cache-folder modules-folder",
     .pins = "@",
     .files = ".tgz .tar.gz",
     .cache = ".cache/yarn"},
    {.program = "pnpm",
     .family = Pnpm,
     .install = "install i add",
     .upgrade = "update up",
     .clean = "store_prune",
     .remove = "remove rm",
     .run = "run dlx exec",
     .valued = "C dir filter F store-dir registry",
     .pins = "@",
     .files = ".tgz .tar.gz",
     .cache = "pnpm/store"},
    {.program = "gem",
     .family = Gem,
     .install = "install i",
     .upgrade = "update",
     .clean = "cleanup",
     .remove = "uninstall",
     .valued = "v version i install-dir n bindir P trust-policy s source platform",
     .pins = ":",
     .files = ".gem",
     .cache = ".gem"},
    {.program = "bundle",
     .family = Bundle,
     .install = "install",
     .upgrade = "update",
     .clean = "clean",
     .run = "exec",
     .valued = "gemfile path without with jobs j",
     .cache = "bundle"},
    {.program = "go",
     .family = Go,
     .install = "install get",
     .clean = "clean",
     .run = "run",
     .valued = "tags ldflags gcflags asmflags C o p mod modfile exec overlay",
     .pins = "@",
     .cache = "go/pkg/mod .cache/go-build"},
    {.program = "cargo",
     .family = Cargo,
     .install = "install",
     .upgrade = "update",
     .clean = "clean",
     .remove = "uninstall",
     .run = "run",
     .valued = "version vers git branch tag rev path root index registry features F target target-dir j jobs profile",
     .pins = "@",
     .cache = ".cargo/registry"},
    {.program = "composer",
     .family = Composer,
     .install = "install require",
     .upgrade = "update",
     .clean = "clear-cache clearcache",
     .remove = "remove",
     .run = "exec run-script",
     .yes = "n no-interaction",
     .valued = "d working-dir",
     .pins = ": =",
     .no_cache = "no-cache",
     .cache = ".composer/cache"},
    {.program = "conda",
     .family = Conda,
     .install = "install create",
     .upgrade = "update upgrade",
     .clean = "clean",
     .remove = "remove",
     .run = "run",
     .yes = "y yes",
     .valued = "n name p prefix c channel f file",
     .pins = "= > <",
     .cache = "conda/pkgs"},
    {.program = "mamba",
     .family = Conda,
     .install = "install create",
     .upgrade = "update upgrade",
     .clean = "clean",
     .remove = "remove",
     .run = "run",
     .yes = "y yes",
     .valued = "n name p prefix c channel f file",
     .pins = "= > <",
     .cache = "conda/pkgs"},
});

constexpr auto download_tools = std::to_array<DownloadTool>({
    {"curl",
     "A b c C d data data-binary data-raw data-urlencode D e E F form H header K config m max-time o output output-dir r range retry "
     "retry-delay retry-max-time connect-timeout T u user w write-out x proxy X request y Y z cacert capath cert key url",
     "s silent", "L location location-trusted follow", "o output O remote-name", "help h version V manual M"},
    {"wget",
     "O output-document o output-file a append-output P directory-prefix t tries T timeout w wait U user-agent header user password e "
     "execute i input-file B base referer Q quota A R D l",
     "q quiet no-verbose progress o output-file a append-output", "", "O output-document", "help h version V"},
    {"aria2c", "d dir o out x max-connection-per-server s split", "q quiet", "", "o out", "help h version v"},
});

/// `pip3.12` and `pip-3` are pip.
std::string_view without_version(std::string_view program) {
  const auto end = program.find_last_not_of("0123456789.-");
  return end == std::string_view::npos ? program : program.substr(0, end + 1);
}

}  // namespace

std::span<const PackageManager> package_managers() { return managers; }

const PackageManager* find_package_manager(std::string_view program) {
  const auto name = without_version(program);
  const auto found = std::find_if(managers.begin(), managers.end(), [&](const PackageManager& row) { return row.program == name; });
  return found == managers.end() ? nullptr : &*found;
}

bool is_listed(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (auto at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

PackageVerb verb_of(const PackageManager& manager, std::string_view word) {
  if (is_listed(manager.install, word)) return PackageVerb::Install;
  if (is_listed(manager.install_group, word)) return PackageVerb::InstallGroup;
  if (is_listed(manager.update, word)) return PackageVerb::Update;
  if (is_listed(manager.upgrade, word)) return PackageVerb::Upgrade;
  if (is_listed(manager.clean, word)) return PackageVerb::Clean;
  if (is_listed(manager.remove, word)) return PackageVerb::Remove;
  if (is_listed(manager.run, word)) return PackageVerb::Run;
  return PackageVerb::None;
}

bool takes_value(const PackageManager& manager, std::string_view flag) { return is_listed(manager.valued, flag); }

const DownloadTool* find_download_tool(std::string_view program) {
  const auto found =
      std::find_if(download_tools.begin(), download_tools.end(), [&](const DownloadTool& row) { return row.program == program; });
  return found == download_tools.end() ? nullptr : &*found;
}

}  // namespace slipway::catalog
