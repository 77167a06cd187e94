#pragma once
// Packages of distributions, by what an image needs them for: while it is built, or while it runs.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/images.h"

namespace slipway::catalog {

/// When a package is needed.
enum class PackageSide {
  Build,       ///< compilers, headers, version control: nothing that runs in a service needs them
  Run,         ///< programs and libraries that a service starts or loads
  Either,      ///< programs such as curl: wherever something uses them
  Everywhere,  ///< certificates, time zones: no distribution does without, every small base can have them
  Unknown,
};

/// The side of a package by its name; a version (`=1.2`) or architecture behind the name is ignored.
[[nodiscard]] PackageSide package_side(std::string_view name);

/// The packages with the shared libraries of a `-dev` package in a release; empty when the table has none.
[[nodiscard]] std::vector<std::string> run_time_packages(std::string_view dev_package, Family family, std::string_view release);

/// The package that brings a program ("psql" → "postgresql-client"); the program's own name when the table knows no other.
[[nodiscard]] std::string package_of_program(std::string_view program, Family family);

/// True when the plain image of a family has the program (a shell's tools, busybox's applets).
[[nodiscard]] bool base_has_program(Family family, std::string_view program);

/// A line of shell that installs packages and leaves nothing behind; empty for families without a package manager here.
[[nodiscard]] std::string install_line(Family family, const std::vector<std::string>& packages);

/// A line of shell that makes a user without rights; empty for families without the tools.
[[nodiscard]] std::string add_user_line(Family family, std::string_view user);

/// Name without version and architecture: `curl=7.88*` → `curl`.
[[nodiscard]] std::string_view package_name(std::string_view written);

}  // namespace slipway::catalog
