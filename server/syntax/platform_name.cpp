#include "syntax/platform_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "support/strings.h"
#include "syntax/go_text.h"

namespace slipway::syntax {

namespace {

constexpr std::string_view os_pattern = R"(^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.%-]*)((?:\+[A-Za-z0-9_.%-]+)*)\))?$)";

constexpr std::array<std::string_view, 17> systems = {"aix",     "android", "darwin",  "dragonfly", "freebsd", "hurd",
                                                      "illumos", "ios",     "js",      "linux",     "nacl",    "netbsd",
                                                      "openbsd", "plan9",   "solaris", "windows",   "zos"};

constexpr std::array<std::string_view, 24> architectures = {
    "386",    "amd64",    "amd64p32",  "arm",         "armbe", "arm64", "arm64be", "ppc64", "ppc64le", "loong64", "mips",    "mipsle",
    "mips64", "mips64le", "mips64p32", "mips64p32le", "ppc",   "riscv", "riscv64", "s390",  "s390x",   "sparc",   "sparc64", "wasm",
};

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_made_of(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(),
                     [others](char c) { return is_letter(c) || is_digit(c) || others.find(c) != std::string_view::npos; });
}

/// The system of `os` or `os(version+feature…)`; empty when it has another form.
std::string_view system_of(std::string_view part) {
  const auto open = part.find('(');
  const auto name = part.substr(0, open);
  if (name.empty() || !is_made_of(name, "_-")) return {};
  if (open == std::string_view::npos) return name;
  if (part.back() != ')') return {};
  const auto features = split(part.substr(open + 1, part.size() - open - 2), '+');
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (!is_made_of(features[i], "_.%-") || (i > 0 && features[i].empty())) return {};
  }
  return name;
}

void set_architecture(PlatformName& platform, std::string_view written, std::string_view written_variant) {
  auto architecture = to_lower(written);
  auto variant = to_lower(written_variant);
  if (architecture == "i386") {
    architecture = "386";
    variant.clear();
  } else if (architecture == "x86_64" || architecture == "x86-64" || architecture == "amd64") {
    architecture = "amd64";
    if (variant == "v1") variant.clear();
  } else if (architecture == "aarch64" || architecture == "arm64") {
    architecture = "arm64";
    if (variant == "8" || variant == "v8" || variant == "v8.0") variant.clear();
    if (variant == "9" || variant == "9.0" || variant == "v9.0") variant = "v9";
  } else if (architecture == "armhf" || architecture == "armel") {
    variant = architecture == "armhf" ? "v7" : "v6";
    architecture = "arm";
  } else if (architecture == "arm") {
    if (variant.empty() || variant == "7") variant = "v7";
    if (variant == "5" || variant == "6" || variant == "8") variant.insert(0, "v");
  }
  platform.architecture = std::move(architecture);
  platform.variant = std::move(variant);
}

PlatformName failed(std::string message) { return {{}, {}, {}, std::move(message) + ": invalid argument"}; }

/// At most four parts; the last one takes the rest.
std::vector<std::string_view> split_parts(std::string_view text) {
  constexpr std::size_t most = 4;
  std::vector<std::string_view> parts;
  while (parts.size() + 1 < most) {
    const auto slash = text.find('/');
    parts.push_back(text.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    text.remove_prefix(slash + 1);
  }
  parts.push_back(text);
  return parts;
}

std::optional<std::string> part_error(const std::vector<std::string_view>& parts, std::string_view text) {
  if (system_of(parts.front()).empty()) {
    return go_quote(parts.front()) + " is an invalid OS component of " + go_quote(text) + ": OSAndVersion specifier component must match " +
           go_quote(os_pattern);
  }
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (!parts[i].empty() && is_made_of(parts[i], "_.-")) continue;
    return go_quote(parts[i]) + " is an invalid component of " + go_quote(text) +
           R"(: platform specifier component must match "^[A-Za-z0-9_.-]+$")";
  }
  return std::nullopt;
}

}  // namespace

PlatformName parse_platform(std::string_view text) {
  if (text.find('*') != std::string_view::npos) return failed(go_quote(text) + ": wildcards not yet supported");
  const auto parts = split_parts(text);
  if (auto error = part_error(parts, text)) return failed(std::move(*error));
  PlatformName platform;
  platform.os = to_lower(system_of(parts.front()));
  if (platform.os == "macos") platform.os = "darwin";
  switch (parts.size()) {
    case 1:
      if (is_among(systems, platform.os)) {
        platform.architecture = "amd64";
        return platform;
      }
      set_architecture(platform, parts[0], {});
      platform.os = "linux";
      if (!is_among(architectures, platform.architecture)) return failed(go_quote(text) + ": unknown operating system or architecture");
      break;
    case 2: set_architecture(platform, parts[1], {}); break;
    case 3:
      set_architecture(platform, parts[1], parts[2]);
      if (platform.architecture == "arm64" && platform.variant.empty()) platform.variant = "v8";
      return platform;
    default: return failed(go_quote(text) + ": cannot parse platform specifier");
  }
  if (platform.architecture == "arm" && platform.variant == "v7") platform.variant.clear();
  return platform;
}

}  // namespace slipway::syntax
