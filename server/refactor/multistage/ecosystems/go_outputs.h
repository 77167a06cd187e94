#pragma once
// What `go build` and `go install` write, and where.

#include <string>
#include <string_view>
#include <vector>

#include "refactor/multistage/evidence.h"

namespace slipway::refactor::multistage::go {

/// A program that a command makes.
struct Output {
  std::vector<std::string> paths;  ///< absolute; more than one after `cp`
  bool folder = false;             ///< a folder of programs whose names are not known
  std::size_t step = 0;
  const CommandUse* use = nullptr;
  bool from_argument = false;  ///< its path holds the value of an ARG
  bool tool = false;           ///< installed from another module: for the build, unless the container starts it
};

/// A Go module of the build context.
struct Module {
  bool found = false;
  std::string context_folder;  ///< of go.mod
  std::string image_folder;
  std::string path;  ///< "example.com/acme/shop"
};

/// The module that a folder of the image belongs to.
[[nodiscard]] Module module_of(const Facts& facts, std::string_view image_folder);

/// The program's name when the package in a folder of the image is built; empty when it cannot be known.
[[nodiscard]] std::string program_name(const Facts& facts, std::string_view image_folder);

/// All programs, in order, followed through `mv`, `cp` and `install`.
[[nodiscard]] std::vector<Output> find_outputs(const Facts& facts);

/// `go build` or `go install`.
[[nodiscard]] bool is_build(const CommandUse& use);

}  // namespace slipway::refactor::multistage::go
