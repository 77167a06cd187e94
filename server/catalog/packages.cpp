#include "catalog/packages.h"

#include <array>
#include <utility>

#include "support/strings.h"

namespace slipway::catalog {

namespace {

using enum PackageSide;

// clang-format off
constexpr auto sides = std::to_array<std::pair<std::string_view, PackageSide>>({
    {"autoconf", Build}, {"automake", Build}, {"binutils", Build}, {"bison", Build}, {"build-base", Build}, {"build-essential", Build},
    {"bzr", Build}, {"ccache", Build}, {"clang", Build}, {"cmake", Build}, {"cpp", Build}, {"dpkg-dev", Build}, {"flex", Build},
    {"g++", Build}, {"gcc", Build}, {"gcc-c++", Build}, {"gdb", Build}, {"git", Build}, {"git-core", Build}, {"go", Build},
    {"golang", Build}, {"golang-go", Build}, {"jq", Either}, {"libtool", Build}, {"libtool-bin", Build}, {"linux-headers", Build},
    {"lld", Build}, {"llvm", Build}, {"m4", Build}, {"make", Build}, {"mercurial", Build}, {"meson", Build}, {"musl-tools", Build},
    {"nasm", Build}, {"ninja", Build}, {"ninja-build", Build}, {"patch", Build}, {"pkg-config", Build}, {"pkgconf", Build},
    {"pkgconfig", Build}, {"protobuf", Build}, {"protobuf-compiler", Build}, {"protoc", Build}, {"subversion", Build}, {"upx", Build},
    {"upx-ucl", Build}, {"yasm", Build}, {"npm", Either}, {"nodejs", Either}, {"yarn", Build}, {"gnupg", Build}, {"gnupg2", Build}, {"gpg", Build},
    {"apt-transport-https", Build}, {"software-properties-common", Build}, {"lsb-release", Build}, {"vim", Build}, {"nano", Build},
    {"man-db", Build}, {"htop", Build}, {"strace", Build}, {"less", Build}, {"xz-utils", Build}, {"unzip", Either}, {"zip", Either},
    {"python", Either}, {"python2", Either}, {"python3", Either}, {"py3-setuptools", Build}, {"python3-setuptools", Build},
    {"python3-pip", Build}, {"py3-pip", Build}, {"python3-distutils", Build}, {"perl", Either}, {"bash", Either}, {"bzip2", Either},
    {"curl", Either}, {"wget", Either}, {"tar", Either}, {"gzip", Either}, {"rsync", Either}, {"openssh", Either},
    {"openssh-client", Either}, {"netcat", Either}, {"netcat-openbsd", Either}, {"netcat-traditional", Either}, {"procps", Either},
    {"sudo", Either}, {"coreutils", Either}, {"findutils", Either}, {"gettext", Either}, {"gettext-base", Either}, {"file", Either},
    {"shadow", Either}, {"libc6-compat", Run}, {"gcompat", Run}, {"libstdc++", Run}, {"libgcc", Run}, {"musl", Run},
    {"ca-certificates", Everywhere}, {"ca-certificates-bundle", Everywhere}, {"tzdata", Everywhere}, {"openssl", Run}, {"libcap2-bin", Build}, {"libcap", Either}, {"apt-utils", Build}, {"wireguard-tools", Run},
    {"chromium", Run}, {"chromium-browser", Run}, {"dumb-init", Run}, {"ffmpeg", Run}, {"ghostscript", Run}, {"gosu", Run},
    {"graphicsmagick", Run}, {"graphviz", Run}, {"imagemagick", Run}, {"libreoffice", Run}, {"locales", Run}, {"nginx", Run},
    {"nginx-light", Run}, {"pandoc", Run}, {"poppler-utils", Run}, {"postgresql-client", Run}, {"default-mysql-client", Run},
    {"mysql-client", Run}, {"mariadb-client", Run}, {"redis-tools", Run}, {"sqlite", Run}, {"sqlite3", Run}, {"su-exec", Run},
    {"supervisor", Run}, {"tesseract-ocr", Run}, {"tini", Run}, {"wkhtmltopdf", Run}, {"xvfb", Run}, {"yt-dlp", Run}, {"mupdf-tools", Run},
    {"apache2", Run}, {"httpd", Run}, {"lighttpd", Run}, {"caddy", Run}, {"haproxy", Run}, {"cron", Run}, {"logrotate", Run},
    {"icu-libs", Run}, {"vips", Run}, {"fontconfig", Run}, {"freetype", Run}, {"harfbuzz", Run}, {"nss", Run}, {"ttf-freefont", Run},
});
// clang-format on

/// Which releases a row is for: every one of the family, or the one named.
struct Library {
  std::string_view dev;
  Family family;
  std::string_view release;  ///< empty: any other release of the family
  std::string_view packages;
};

constexpr auto debian = Family::Debian;
constexpr auto ubuntu = Family::Ubuntu;
constexpr auto alpine = Family::Alpine;

constexpr auto libraries = std::to_array<Library>({
    {"libcairo2-dev", debian, "", "libcairo2"},
    {"libpango1.0-dev", debian, "", "libpango-1.0-0 libpangocairo-1.0-0"},
    {"libjpeg-dev", debian, "", "libjpeg62-turbo"},
    {"libjpeg-dev", ubuntu, "", "libjpeg-turbo8"},
    {"libjpeg62-turbo-dev", debian, "", "libjpeg62-turbo"},
    {"libjpeg-turbo8-dev", ubuntu, "", "libjpeg-turbo8"},
    {"libgif-dev", debian, "", "libgif7"},
    {"librsvg2-dev", debian, "", "librsvg2-2"},
    {"libpixman-1-dev", debian, "", "libpixman-1-0"},
    {"libpng-dev", debian, "trixie", "libpng16-16t64"},
    {"libpng-dev", ubuntu, "24.04", "libpng16-16t64"},
    {"libpng-dev", debian, "", "libpng16-16"},
    {"libfreetype6-dev", debian, "", "libfreetype6"},
    {"libfreetype-dev", debian, "", "libfreetype6"},
    {"libfontconfig1-dev", debian, "", "libfontconfig1"},
    {"libvips-dev", debian, "bookworm", "libvips42"},
    {"libvips-dev", debian, "trixie", "libvips42t64"},
    {"libvips-dev", debian, "", "libvips42"},
    {"libtiff-dev", debian, "bookworm", "libtiff6"},
    {"libtiff-dev", debian, "trixie", "libtiff6"},
    {"libtiff-dev", debian, "", "libtiff5"},
    {"libwebp-dev", debian, "bullseye", "libwebp6"},
    {"libwebp-dev", debian, "", "libwebp7"},
    {"libmagickwand-dev", debian, "", "libmagickwand-6.q16-6"},
    {"libpq-dev", debian, "", "libpq5"},
    {"libsqlite3-dev", debian, "", "libsqlite3-0"},
    {"default-libmysqlclient-dev", debian, "", "libmariadb3"},
    {"libmariadb-dev", debian, "", "libmariadb3"},
    {"libmysqlclient-dev", ubuntu, "", "libmysqlclient21"},
    {"libssl-dev", debian, "bullseye", "libssl1.1"},
    {"libssl-dev", debian, "buster", "libssl1.1"},
    {"libssl-dev", debian, "trixie", "libssl3t64"},
    {"libssl-dev", ubuntu, "24.04", "libssl3t64"},
    {"libssl-dev", ubuntu, "20.04", "libssl1.1"},
    {"libssl-dev", debian, "", "libssl3"},
    {"libcurl4-openssl-dev", debian, "trixie", "libcurl4t64"},
    {"libcurl4-openssl-dev", ubuntu, "24.04", "libcurl4t64"},
    {"libcurl4-openssl-dev", debian, "", "libcurl4"},
    {"libxml2-dev", debian, "", "libxml2"},
    {"libxslt1-dev", debian, "", "libxslt1.1"},
    {"libffi-dev", debian, "buster", "libffi6"},
    {"libffi-dev", debian, "bullseye", "libffi7"},
    {"libffi-dev", debian, "", "libffi8"},
    {"zlib1g-dev", debian, "", "zlib1g"},
    {"libbz2-dev", debian, "", "libbz2-1.0"},
    {"liblzma-dev", debian, "", "liblzma5"},
    {"libzstd-dev", debian, "", "libzstd1"},
    {"liblz4-dev", debian, "", "liblz4-1"},
    {"libsnappy-dev", debian, "", "libsnappy1v5"},
    {"librdkafka-dev", debian, "", "librdkafka1"},
    {"libpcap-dev", debian, "trixie", "libpcap0.8t64"},
    {"libpcap-dev", ubuntu, "24.04", "libpcap0.8t64"},
    {"libpcap-dev", debian, "", "libpcap0.8"},
    {"libusb-1.0-0-dev", debian, "", "libusb-1.0-0"},
    {"libudev-dev", debian, "", "libudev1"},
    {"libzmq3-dev", debian, "", "libzmq5"},
    {"libsodium-dev", debian, "", "libsodium23"},
    {"libkrb5-dev", debian, "", "libgssapi-krb5-2"},
    {"libuv1-dev", debian, "", "libuv1"},
    {"libevent-dev", debian, "", "libevent-2.1-7"},
    {"libreadline-dev", debian, "bookworm", "libreadline8"},
    {"libtesseract-dev", debian, "bookworm", "libtesseract5"},
    {"libtesseract-dev", debian, "", "libtesseract4"},
    {"libleptonica-dev", debian, "", "liblept5"},
    {"libgit2-dev", debian, "bookworm", "libgit2-1.5"},
    {"libasound2-dev", debian, "", "libasound2"},
    {"libopus-dev", debian, "", "libopus0"},
    {"libopusfile-dev", debian, "", "libopusfile0"},
    {"libsystemd-dev", debian, "", "libsystemd0"},
    {"cairo-dev", alpine, "", "cairo"},
    {"pango-dev", alpine, "", "pango"},
    {"jpeg-dev", alpine, "", "libjpeg-turbo"},
    {"libjpeg-turbo-dev", alpine, "", "libjpeg-turbo"},
    {"giflib-dev", alpine, "", "giflib"},
    {"librsvg-dev", alpine, "", "librsvg"},
    {"pixman-dev", alpine, "", "pixman"},
    {"libpng-dev", alpine, "", "libpng"},
    {"freetype-dev", alpine, "", "freetype"},
    {"vips-dev", alpine, "", "vips"},
    {"libwebp-dev", alpine, "", "libwebp"},
    {"tiff-dev", alpine, "", "tiff"},
    {"imagemagick-dev", alpine, "", "imagemagick-libs"},
    {"postgresql-dev", alpine, "", "libpq"},
    {"libpq-dev", alpine, "", "libpq"},
    {"sqlite-dev", alpine, "", "sqlite-libs"},
    {"mariadb-dev", alpine, "", "mariadb-connector-c"},
    {"mariadb-connector-c-dev", alpine, "", "mariadb-connector-c"},
    {"openssl-dev", alpine, "", "libssl3 libcrypto3"},
    {"curl-dev", alpine, "", "libcurl"},
    {"libxml2-dev", alpine, "", "libxml2"},
    {"libxslt-dev", alpine, "", "libxslt"},
    {"libffi-dev", alpine, "", "libffi"},
    {"zlib-dev", alpine, "", "zlib"},
    {"librdkafka-dev", alpine, "", "librdkafka"},
    {"libpcap-dev", alpine, "", "libpcap"},
    {"libusb-dev", alpine, "", "libusb"},
    {"zeromq-dev", alpine, "", "libzmq"},
    {"libsodium-dev", alpine, "", "libsodium"},
    {"krb5-dev", alpine, "", "krb5-libs"},
    {"libgit2-dev", alpine, "", "libgit2"},
    {"icu-dev", alpine, "", "icu-libs"},
    {"libc-dev", alpine, "", "-"},
    {"musl-dev", alpine, "", "-"},
    {"libc6-dev", debian, "", "-"},
});

constexpr auto programs = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"psql", "postgresql-client"},
    {"pg_isready", "postgresql-client"},
    {"pg_dump", "postgresql-client"},
    {"mysql", "default-mysql-client"},
    {"mysqladmin", "default-mysql-client"},
    {"redis-cli", "redis-tools"},
    {"convert", "imagemagick"},
    {"nc", "netcat-openbsd"},
    {"ffprobe", "ffmpeg"},
    {"pdftotext", "poppler-utils"},
    {"gs", "ghostscript"},
    {"dot", "graphviz"},
    {"ps", "procps"},
    {"pgrep", "procps"},
    {"envsubst", "gettext-base"},
    {"tesseract", "tesseract-ocr"},
    {"chromium-browser", "chromium"},
    {"xvfb-run", "xvfb"},
    {"ssh", "openssh-client"},
    {"soffice", "libreoffice"},
    {"python3", "python3"},
    {"gm", "graphicsmagick"},
    {"supervisord", "supervisor"},
    {"node", "nodejs"},
    {"setcap", "libcap2-bin"},
    {"update-ca-certificates", "ca-certificates"},
});

constexpr auto alpine_programs = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"mysql", "mysql-client"},
    {"mysqladmin", "mysql-client"},
    {"redis-cli", "redis"},
    {"envsubst", "gettext-envsubst"},
    {"setcap", "libcap"},
});

/// What POSIX and coreutils promise in every image with a shell, besides the shell's own words.
constexpr std::string_view shell_programs =
    " sh [ test echo printf true false exec cd exit set export unset read shift trap wait eval return : . source env cat cp mv rm ln ls "
    "mkdir "
    "rmdir chmod chown chgrp touch sleep date id whoami uname pwd dirname basename head tail cut tr sort uniq wc tee seq expr sed grep "
    "find xargs kill nohup stat mktemp readlink realpath su hostname nproc timeout yes umask ulimit getopts local command type ";
constexpr std::string_view busybox_programs =
    " wget nc ps pgrep pkill vi awk unzip tar gzip gunzip ping nslookup free top adduser addgroup ";
constexpr std::string_view debian_programs = " bash awk tar gzip gunzip perl useradd groupadd usermod ";

bool among(std::string_view list, std::string_view word) {
  return !word.empty() && list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}
bool starts_with(std::string_view text, std::string_view begin) { return text.substr(0, begin.size()) == begin; }

}  // namespace

std::string_view package_name(std::string_view written) { return written.substr(0, written.find_first_of("=:<>~@")); }

PackageSide package_side(std::string_view name) {
  name = package_name(name);
  for (const auto& [package, side] : sides) {
    if (package == name) return side;
  }
  if (ends_with(name, "-dev") || ends_with(name, "-devel") || ends_with(name, "-headers")) return Build;
  if (starts_with(name, "gcc-") || starts_with(name, "g++-") || starts_with(name, "clang-") || starts_with(name, "golang-")) return Build;
  if (starts_with(name, "fonts-") || starts_with(name, "font-") || starts_with(name, "ttf-") || starts_with(name, "tesseract-ocr-"))
    return Run;
  if (starts_with(name, "php") || starts_with(name, "libreoffice-")) return Run;
  if (starts_with(name, "lib")) return Run;
  return Unknown;
}

std::vector<std::string> run_time_packages(std::string_view dev_package, Family family, std::string_view release) {
  dev_package = package_name(dev_package);
  const Library* found = nullptr;
  for (const Library& row : libraries) {
    const bool same_family = row.family == family || (family == Family::Ubuntu && row.family == debian && found == nullptr);
    if (row.dev != dev_package || !same_family) continue;
    if (row.release == release && row.family == family) {
      found = &row;
      break;
    }
    if (row.release.empty() && (found == nullptr || row.family == family)) found = &row;
  }
  std::vector<std::string> out;
  if (found == nullptr) return out;
  for (const std::string_view package : split_words(found->packages)) out.emplace_back(package);
  return out;
}

std::string package_of_program(std::string_view program, Family family) {
  if (family == Family::Alpine) {
    for (const auto& [name, package] : alpine_programs) {
      if (name == program) return std::string(package);
    }
  }
  for (const auto& [name, package] : programs) {
    if (name == program) return std::string(package);
  }
  return std::string(program);
}

bool base_has_program(Family family, std::string_view program) {
  if (family == Family::Scratch || family == Family::Distroless) return false;
  if (among(shell_programs, program)) return true;
  if (family == Family::Alpine || family == Family::Busybox) return among(busybox_programs, program);
  return among(debian_programs, program);
}

std::string install_line(Family family, const std::vector<std::string>& packages) {
  const std::string names = join(packages, " ");
  if (family == Family::Alpine) return "apk add --no-cache " + names;
  if (family == Family::Debian || family == Family::Ubuntu) {
    return "apt-get update && apt-get install -y --no-install-recommends " + names + " && rm -rf /var/lib/apt/lists/*";
  }
  return {};
}

std::string add_user_line(Family family, std::string_view user) {
  const std::string name(user);
  if (family == Family::Alpine || family == Family::Busybox) return "adduser -D -H -u 10001 " + name;
  if (family == Family::Debian || family == Family::Ubuntu) return "useradd --no-create-home --uid 10001 " + name;
  return {};
}

}  // namespace slipway::catalog
