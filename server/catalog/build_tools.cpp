#include "catalog/build_tools.h"

#include <algorithm>
#include <array>

#include "support/strings.h"

namespace slipway::catalog {

namespace {

constexpr std::string_view go_programs =
    "go dlv gopls air reflex CompileDaemon modd gow gin fresh realize golangci-lint staticcheck ginkgo gotestsum mage task";
constexpr std::string_view rust_programs = "cargo rustc rustup cargo-watch trunk wasm-pack";
constexpr std::string_view java_programs = "mvn mvnw mvnd gradle gradlew sbt ant lein javac";
constexpr std::string_view dotnet_programs = "run watch test build publish restore ef tool msbuild fsi new";

constexpr auto toolchain_images = std::to_array<ToolchainImage>({
    {"golang", "the Go toolchain", go_programs, ""},
    {"cimg/go", "the Go toolchain", go_programs, ""},
    {"tinygo/tinygo", "the TinyGo toolchain", go_programs, ""},
    {"rust", "the Rust toolchain", rust_programs, ""},
    {"rustlang/rust", "the Rust toolchain", rust_programs, ""},
    {"clux/muslrust", "the Rust toolchain", rust_programs, ""},
    {"ekidd/rust-musl-builder", "the Rust toolchain", rust_programs, ""},
    {"messense/rust-musl-cross", "the Rust toolchain", rust_programs, ""},
    {"maven", "Maven and a JDK", java_programs, ""},
    {"gradle", "Gradle and a JDK", java_programs, ""},
    {"sbtscala/scala-sbt", "sbt and a JDK", java_programs, ""},
    {"hseeberger/scala-sbt", "sbt and a JDK", java_programs, ""},
    {"clojure", "Clojure's build tools and a JDK", "lein clojure clj boot javac", ""},
    {"mcr.microsoft.com/dotnet/sdk", "the .NET SDK", dotnet_programs, ""},
    {"mcr.microsoft.com/dotnet/core/sdk", "the .NET SDK", dotnet_programs, ""},
    {"gcc", "the GNU compilers", "gcc g++ cc c++ gfortran make cmake", ""},
    {"silkeh/clang", "the clang compilers", "clang clang++ cc c++ make cmake", ""},
    {"swift", "the Swift toolchain", "swift swiftc lldb", "slim"},
    {"haskell", "the Haskell toolchain", "ghc ghci runghc runhaskell cabal stack", ""},
    {"fpco/stack-build", "the Haskell toolchain", "ghc ghci runghc runhaskell cabal stack", ""},
    {"dart", "the Dart SDK", "dart pub webdev", ""},
    {"elixir", "Elixir's build tools", "mix iex elixir elixirc", ""},
    {"crystallang/crystal", "the Crystal compiler", "crystal shards", ""},
    {"nimlang/nim", "the Nim compiler", "nim nimble", ""},
    {"emscripten/emsdk", "the Emscripten SDK", "emcc em++ emrun", ""},
});

constexpr auto build_packages = std::to_array<std::string_view>({
    "ant",
    "autoconf",
    "automake",
    "base-devel",
    "build-base",
    "build-essential",
    "cargo",
    "clang",
    "cmake",
    "@development-tools",
    "development tools",
    "devscripts",
    "dpkg-dev",
    "g++",
    "gcc",
    "gcc-c++",
    "gcc-gfortran",
    "gfortran",
    "ghc",
    "go",
    "golang",
    "golang-go",
    "gradle",
    "gradle-bin",
    "maven",
    "meson",
    "musl-tools",
    "ninja",
    "ninja-build",
    "nasm",
    "rust",
    "rustc",
    "rust-all",
    "rustup",
    "sbt",
    "yasm",
});

/// Packages with the version in the name: gcc-12, clang-14, golang-1.21-go, g++-11.
constexpr auto versioned_packages =
    std::to_array<std::string_view>({"gcc-", "g++-", "clang-", "golang-", "gfortran-", "llvm-toolset-", "gcc-toolset-", "devtoolset-"});

struct BuildCommand {
  std::string_view program;
  std::string_view subcommands;  ///< between blanks; empty: any
};

constexpr auto build_commands = std::to_array<BuildCommand>({
    {"go", "build install"},
    {"tinygo", "build"},
    {"cargo", "build install rustc zigbuild"},
    {"cross", "build"},
    {"rustc", ""},
    {"mvn", ""},
    {"mvnw", ""},
    {"gradle", ""},
    {"gradlew", ""},
    {"sbt", ""},
    {"ant", ""},
    {"lein", ""},
    {"clojure", ""},
    {"javac", ""},
    {"dotnet", "build publish"},
    {"msbuild", ""},
    {"gcc", ""},
    {"g++", ""},
    {"cc", ""},
    {"c++", ""},
    {"clang", ""},
    {"clang++", ""},
    {"gfortran", ""},
    {"make", ""},
    {"cmake", ""},
    {"ninja", ""},
    {"meson", ""},
    {"swift", "build"},
    {"swiftc", ""},
    {"ghc", ""},
    {"cabal", "build install new-build new-install v2-build v2-install"},
    {"stack", "build install"},
    {"dart", "compile"},
    {"mix", "release compile escript.build"},
    {"crystal", "build"},
    {"shards", "build"},
    {"nim", "c cpp compile"},
    {"nimble", "build install"},
    {"emcc", ""},
    {"em++", ""},
});

constexpr auto open_ended_programs = std::to_array<std::string_view>({
    "sh",
    "bash",
    "ash",
    "dash",
    "zsh",
    "fish",
    "ksh",
    "csh",
    "tcsh",
    "busybox",
    "sleep",
    "tail",
    "sshd",
    "code-server",
    "supervisord",
    "my_init",
    "init",
    "systemd",
    "s6-svscan",
    "runsvdir",
    "make",
    "just",
    "task",
    "mage",
    "rake",
    "invoke",
    "nodemon",
    "watchexec",
    "entr",
    "watchman",
    "foreman",
    "overmind",
    "honcho",
    "tox",
    "nox",
    "pytest",
    "ctest",
    "bats",
    "jupyter",
    "jupyter-lab",
    "jupyter-notebook",
    "jupyterhub",
    "start-notebook.sh",
    "gcc",
    "g++",
    "cc",
    "c++",
    "clang",
    "clang++",
    "cmake",
    "ninja",
    "cargo",
    "rustc",
    "go",
    "mvn",
    "mvnw",
    "gradle",
    "gradlew",
    "sbt",
    "lein",
    "javac",
    "pip",
    "pip3",
    "gem",
    "opam",
    "cabal",
    "stack",
    "vim",
    "emacs",
    "nano",
    "tmux",
    "screen",
    "jenkins-agent",
    "run.sh",
});

/// Systems and languages; servers with users of their own (postgres, redis, nginx …) are left out on purpose.
constexpr auto root_images = std::to_array<std::string_view>({
    "almalinux",
    "alpine",
    "amazoncorretto",
    "amazonlinux",
    "archlinux",
    "bash",
    "buildpack-deps",
    "busybox",
    "cassandra",
    "centos",
    "clojure",
    "composer",
    "dart",
    "debian",
    "eclipse-temurin",
    "elixir",
    "erlang",
    "fedora",
    "gcc",
    "golang",
    "haskell",
    "ibmjava",
    "julia",
    "maven",
    "mono",
    "node",
    "openjdk",
    "oraclelinux",
    "oven/bun",
    "perl",
    "php",
    "pypy",
    "python",
    "r-base",
    "rockylinux",
    "ruby",
    "rust",
    "sapmachine",
    "scratch",
    "swift",
    "ubuntu",
    "tomcat",
    "mcr.microsoft.com/dotnet/aspnet",
    "mcr.microsoft.com/dotnet/runtime",
    "mcr.microsoft.com/dotnet/runtime-deps",
    "mcr.microsoft.com/dotnet/sdk",
    "continuumio/miniconda3",
    "nvidia/cuda",
    "tensorflow/tensorflow",
    "pytorch/pytorch",
});

bool has_word(std::string_view list, std::string_view word) {
  const auto words = split_words(list);
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Table>
bool among(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

}  // namespace

const ToolchainImage* find_toolchain_image(std::string_view familiar_name, std::string_view tag) {
  for (const auto& image : toolchain_images) {
    if (image.name != familiar_name) continue;
    const bool is_lean = !image.lean.empty() && tag.find(image.lean) != std::string_view::npos;
    return is_lean ? nullptr : &image;
  }
  return nullptr;
}

bool is_build_package(std::string_view package) {
  const auto name = to_lower(package);
  if (among(build_packages, name)) return true;
  return std::any_of(versioned_packages.begin(), versioned_packages.end(), [&](std::string_view prefix) {
    // gcc-12 is a compiler, gcc-12-base and golang-github-… are not.
    if (!starts_with(name, prefix) || name.size() == prefix.size() || !is_digit(name[prefix.size()])) return false;
    const auto rest = std::string_view(name).substr(name.find_first_not_of("0123456789.", prefix.size()) == std::string::npos
                                                        ? name.size()
                                                        : name.find_first_not_of("0123456789.", prefix.size()));
    return rest.empty() || rest == "-go" || starts_with(rest, "-gcc");
  });
}

bool is_build_command(std::string_view program, std::string_view subcommand) {
  for (const auto& command : build_commands) {
    if (command.program == program) return command.subcommands.empty() || has_word(command.subcommands, subcommand);
  }
  return false;
}

bool may_start_anything(std::string_view program) {
  constexpr std::string_view script_ending = ".sh";
  const bool is_script = program.size() > script_ending.size() && program.substr(program.size() - script_ending.size()) == script_ending;
  return is_script || program.find("entrypoint") != std::string_view::npos || among(open_ended_programs, program);
}

bool runs_as_root(std::string_view familiar_name, std::string_view tag) {
  if (tag.find("nonroot") != std::string_view::npos || tag.find("rootless") != std::string_view::npos ||
      tag.find("chiseled") != std::string_view::npos)
    return false;
  if (starts_with(familiar_name, "gcr.io/distroless/")) return true;
  return among(root_images, familiar_name);
}

}  // namespace slipway::catalog
