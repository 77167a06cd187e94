#include "catalog/variables.h"

#include <array>

namespace slipway::catalog {

namespace {

constexpr std::array<PredefinedVariable, 28> variables = {{
    {"BUILDPLATFORM", VariableScope::Platform, "Platform of the machine that builds.", "linux/amd64"},
    {"TARGETPLATFORM", VariableScope::Platform, "Platform that the image is built for.", "linux/arm64"},
    {"TARGETOS", VariableScope::Platform, "Operating system of the target platform.", "linux"},
    {"TARGETARCH", VariableScope::Platform, "Architecture of the target platform.", "arm64"},
    {"TARGETVARIANT", VariableScope::Platform, "Variant of the target architecture, if it has one.", "v7"},
    {"BUILDOS", VariableScope::Platform, "Operating system of the machine that builds.", "linux"},
    {"BUILDARCH", VariableScope::Platform, "Architecture of the machine that builds.", "amd64"},
    {"BUILDVARIANT", VariableScope::Platform, "Variant of the building machine's architecture, if it has one.", "v7"},
    {"TARGETSTAGE", VariableScope::Platform, "Name of the stage that the build is asked for.", "default"},
    {"HTTP_PROXY", VariableScope::Proxy, "Proxy for HTTP, given with `--build-arg`; not kept in the image's history.", "http://proxy:3128"},
    {"http_proxy", VariableScope::Proxy, "Proxy for HTTP, given with `--build-arg`; not kept in the image's history.", "http://proxy:3128"},
    {"HTTPS_PROXY", VariableScope::Proxy, "Proxy for HTTPS, given with `--build-arg`; not kept in the image's history.",
     "http://proxy:3128"},
    {"https_proxy", VariableScope::Proxy, "Proxy for HTTPS, given with `--build-arg`; not kept in the image's history.",
     "http://proxy:3128"},
    {"FTP_PROXY", VariableScope::Proxy, "Proxy for FTP, given with `--build-arg`; not kept in the image's history.", "http://proxy:3128"},
    {"ftp_proxy", VariableScope::Proxy, "Proxy for FTP, given with `--build-arg`; not kept in the image's history.", "http://proxy:3128"},
    {"NO_PROXY", VariableScope::Proxy, "Hosts that are reached without a proxy.", "localhost,.example.com"},
    {"no_proxy", VariableScope::Proxy, "Hosts that are reached without a proxy.", "localhost,.example.com"},
    {"ALL_PROXY", VariableScope::Proxy, "Proxy for every protocol, given with `--build-arg`; not kept in the image's history.",
     "socks5://proxy:1080"},
    {"all_proxy", VariableScope::Proxy, "Proxy for every protocol, given with `--build-arg`; not kept in the image's history.",
     "socks5://proxy:1080"},
    {"SOURCE_DATE_EPOCH", VariableScope::Build,
     "Time in seconds since 1970 that the image and its files are dated with, for reproducible builds.", "1700000000"},
    {"BUILDKIT_INLINE_CACHE", VariableScope::Build, "`1` puts cache metadata into the image itself.", "1"},
    {"BUILDKIT_MULTI_PLATFORM", VariableScope::Build, "`1` gives the result of a single platform the shape of a multi-platform one.", "1"},
    {"BUILDKIT_CONTEXT_KEEP_GIT_DIR", VariableScope::Build, "`1` keeps `.git` in a build context that is a Git repository.", "1"},
    {"BUILDKIT_SANDBOX_HOSTNAME", VariableScope::Build, "Host name that commands of the build see.", "buildkitsandbox"},
    {"BUILDKIT_SYNTAX", VariableScope::Build, "Image of the Dockerfile frontend, like the `syntax` directive.", "docker/dockerfile:1"},
    {"BUILDKIT_DOCKERFILE_CHECK", VariableScope::Build, "Options of the build checks, like the `check` directive.", "skip=all"},
    {"BUILDKIT_CACHE_MOUNT_NS", VariableScope::Build, "Name put before the ids of cache mounts.", ""},
    {"PATH", VariableScope::Image, "Directories that programs are looked for in; every Linux image has it.",
     "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"},
}};

}  // namespace

std::span<const PredefinedVariable> predefined_variables() { return variables; }

const PredefinedVariable* find_predefined(std::string_view name) {
  for (const auto& variable : variables) {
    if (variable.name == name) return &variable;
  }
  return nullptr;
}

}  // namespace slipway::catalog
