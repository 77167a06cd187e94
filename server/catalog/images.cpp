#include "catalog/images.h"

#include <array>
#include <cstdlib>
#include <utility>

#include "support/strings.h"

namespace slipway::catalog {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr auto debian_releases = std::to_array<Pair>({
    {"jessie", "8"},
    {"stretch", "9"},
    {"buster", "10"},
    {"bullseye", "11"},
    {"bookworm", "12"},
    {"trixie", "13"},
    {"forky", "14"},
});

constexpr auto ubuntu_releases = std::to_array<Pair>({
    {"xenial", "16.04"},
    {"bionic", "18.04"},
    {"focal", "20.04"},
    {"jammy", "22.04"},
    {"noble", "24.04"},
});

/// The release under a language image's plain tag, from the version named here on (rows from new to old, one language after the other).
struct Since {
  std::string_view image;
  int major;
  int minor;
  std::string_view debian;
  std::string_view alpine;
};

constexpr auto bases = std::to_array<Since>({
    {"golang", 1, 25, "trixie", "3.22"},   {"golang", 1, 24, "trixie", "3.22"},   {"golang", 1, 23, "bookworm", "3.22"},
    {"golang", 1, 22, "bookworm", "3.21"}, {"golang", 1, 21, "bookworm", "3.20"}, {"golang", 1, 20, "bookworm", "3.19"},
    {"golang", 1, 19, "bookworm", "3.18"}, {"golang", 1, 18, "bullseye", "3.17"}, {"golang", 1, 0, "bullseye", "3.16"},
    {"node", 20, 0, "bookworm", "3.22"},   {"node", 18, 0, "bookworm", "3.21"},   {"node", 16, 0, "buster", "3.18"},
    {"node", 14, 0, "buster", "3.17"},     {"node", 10, 0, "stretch", "3.11"},    {"bun", 1, 0, "bookworm", "3.20"},
    {"python", 3, 13, "trixie", "3.22"},   {"python", 3, 0, "bookworm", "3.21"},  {"rust", 1, 90, "trixie", "3.22"},
    {"rust", 1, 0, "bookworm", "3.21"},    {"gcc", 15, 0, "trixie", ""},          {"gcc", 12, 0, "bookworm", ""},
    {"gcc", 0, 0, "bullseye", ""},
});

struct Version {
  int major = 1'000'000;  // a tag without a version is the newest one
  int minor = 0;
};

Version version_of(std::string_view tag) {
  Version version;
  if (tag.empty() || !is_digit(tag.front())) return version;
  const std::string text(tag);
  version.major = std::atoi(text.c_str());
  if (const auto dot = text.find('.'); dot != std::string::npos && dot < text.find('-'))
    version.minor = std::atoi(text.c_str() + dot + 1);
  else
    version.minor = 1'000'000;
  return version;
}

const Since* find_base(std::string_view image, std::string_view tag) {
  const Version version = version_of(tag);
  const Since* oldest = nullptr;
  for (const Since& row : bases) {
    if (row.image != image) continue;
    if (version.major > row.major || (version.major == row.major && version.minor >= row.minor)) return &row;
    oldest = &row;
  }
  return oldest;
}

std::string_view codename_in(std::string_view tag) {
  for (const std::string_view part : split(tag, '-')) {
    for (const auto& [name, number] : debian_releases) {
      if (part == name) return name;
    }
  }
  return {};
}

BaseImage alpine_image(std::string_view tag, const Since* known) {
  BaseImage out{Family::Alpine, std::string(), Certainty::Assumed, Libc::Musl, true};
  for (const std::string_view part : split(tag, '-')) {
    if (part.size() > 6 && part.substr(0, 6) == "alpine") {
      out.release = part.substr(6);
      out.certainty = Certainty::Written;
    }
  }
  if (out.release.empty()) out.release = known != nullptr ? known->alpine : default_alpine;
  return out;
}

BaseImage plain_debian(std::string_view tag) {
  BaseImage out{Family::Debian, std::string(), Certainty::Written, Libc::Glibc, contains_slim(tag)};
  out.release = codename_in(tag);
  const std::string_view first = split(tag, '-').front();
  for (const auto& [name, number] : debian_releases) {
    if (out.release.empty() && split(first, '.').front() == number) out.release = name;
  }
  if (out.release.empty()) {
    out.release = default_debian;
    out.certainty = Certainty::Assumed;
  }
  return out;
}

BaseImage plain_ubuntu(std::string_view tag) {
  BaseImage out{Family::Ubuntu, std::string(split(tag, '-').front()), Certainty::Written, Libc::Glibc, false};
  for (const auto& [name, number] : ubuntu_releases) {
    if (out.release == name) out.release = number;
  }
  if (out.release.empty() || !is_digit(out.release.front())) {
    out.release = "24.04";
    out.certainty = Certainty::Assumed;
  }
  return out;
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

BaseImage describe_image(const syntax::ImageReference& value) {
  const std::string familiar = to_lower(value.familiar_name());
  const std::string tag = to_lower(value.tag);
  const std::string_view name = value.short_name();
  if (familiar == "scratch") return {Family::Scratch, {}, Certainty::Written, Libc::None, true};
  if (holds(familiar, "windows") || holds(tag, "windowsservercore") || holds(tag, "nanoserver") || holds(familiar, "framework/")) {
    return {Family::Windows, {}, Certainty::Written, Libc::Unknown, false};
  }
  if (holds(familiar, "distroless/")) return {Family::Distroless, {}, Certainty::Written, Libc::Glibc, true};
  if (familiar == "debian") return plain_debian(tag);
  if (familiar == "ubuntu") return plain_ubuntu(tag);
  if (familiar == "busybox") return {Family::Busybox, {}, Certainty::Written, Libc::Unknown, true};
  if (familiar == "alpine") {
    BaseImage out{Family::Alpine, tag, Certainty::Written, Libc::Musl, true};
    if (tag.empty() || !is_digit(tag.front())) out = {Family::Alpine, std::string(default_alpine), Certainty::Assumed, Libc::Musl, true};
    return out;
  }
  for (const std::string_view red_hat : {"fedora", "centos", "rockylinux", "almalinux", "amazonlinux", "oraclelinux", "ubi8", "ubi9"}) {
    if (name == red_hat) return {Family::RedHat, tag, Certainty::Written, Libc::Glibc, false};
  }
  const Since* known = find_base(name, tag);
  if (holds(tag, "alpine")) return alpine_image(tag, known);
  for (const auto& [codename, number] : ubuntu_releases) {
    if (holds(tag, codename)) return {Family::Ubuntu, std::string(number), Certainty::Written, Libc::Glibc, false};
  }
  BaseImage out{Family::Unknown, std::string(codename_in(tag)), Certainty::Written, Libc::Unknown, contains_slim(tag)};
  if (!out.release.empty()) out.family = Family::Debian;
  if (out.release.empty() && known != nullptr) {
    out.family = Family::Debian;
    out.release = known->debian;
    out.certainty = Certainty::Assumed;
  }
  if (out.family == Family::Debian) out.libc = Libc::Glibc;
  return out;
}

std::string plain_image(Family family, std::string_view release) {
  if (family == Family::Debian) return "debian:" + std::string(release) + "-slim";
  if (family == Family::Ubuntu) return "ubuntu:" + std::string(release);
  if (family == Family::Alpine) return "alpine:" + std::string(release);
  return {};
}

bool contains_slim(std::string_view tag) {
  for (const std::string_view part : split(tag, '-')) {
    if (part == "slim" || part == "alpine" || part == "distroless" || (part.size() > 6 && part.substr(0, 6) == "alpine")) return true;
  }
  return false;
}

std::string slim_tag(std::string_view written, std::string_view value) {
  if (contains_slim(value)) return std::string(written);
  if (written.empty() || value == "latest") return "slim";
  return std::string(written) + "-slim";
}

std::string_view own_user(std::string_view familiar_name) {
  if (familiar_name == "node") return "node";
  if (familiar_name == "oven/bun") return "bun";
  return {};
}

std::string_view debian_number(std::string_view release) {
  for (const auto& [name, number] : debian_releases) {
    if (name == release) return number;
  }
  return {};
}

}  // namespace slipway::catalog
