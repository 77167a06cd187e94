#pragma once
// What builds software and is not needed to run it: images, packages, commands. And who runs an image when nobody says.

#include <string_view>

namespace slipway::catalog {

/// An image that brings a compiler or a build tool.
struct ToolchainImage {
  std::string_view name;    ///< familiar name: "golang", "mcr.microsoft.com/dotnet/sdk"
  std::string_view brings;  ///< "the Go toolchain"
  std::string_view needs;   ///< words of a start command that need it, between blanks: "go dlv"
  std::string_view lean;    ///< part of tags that leave the toolchain out ("slim"); empty when none does
};

/// The toolchain that an image brings; null when it brings none or is not known.
[[nodiscard]] const ToolchainImage* find_toolchain_image(std::string_view familiar_name, std::string_view tag);

/// A Linux package that is only good for building: "build-essential", "gcc-12", "golang-go". Without version and architecture.
[[nodiscard]] bool is_build_package(std::string_view package);

/// A command line that makes programs out of sources: `go build`, `mvn -B package`. `subcommand` is the first word that is no option.
[[nodiscard]] bool is_build_command(std::string_view program, std::string_view subcommand);

/// A word of a start command behind which anything may happen, a compiler included: shells, task runners, watchers.
[[nodiscard]] bool may_start_anything(std::string_view program);

/// An image whose processes run as root unless USER says otherwise, and that is no server which drops its rights by itself.
[[nodiscard]] bool runs_as_root(std::string_view familiar_name, std::string_view tag);

}  // namespace slipway::catalog
