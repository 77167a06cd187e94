#pragma once
// What is known of base images by their names alone: distribution, release, C library, users, and the small ones among them.

#include <optional>
#include <string>
#include <string_view>

#include "syntax/image_reference.h"

namespace slipway::catalog {

enum class Family { Unknown, Debian, Ubuntu, Alpine, Distroless, Scratch, Busybox, RedHat, Windows };
enum class Libc { Unknown, Glibc, Musl, None };

/// Whether a fact is written in the image's name or was looked up for it (then it may change with the image).
enum class Certainty { Written, Assumed };

struct BaseImage {
  Family family = Family::Unknown;
  std::string release;                       ///< "bookworm", "22.04", "3.20"; empty when unknown
  Certainty certainty = Certainty::Assumed;  ///< of the release
  Libc libc = Libc::Unknown;
  bool slim = false;  ///< a variant without compilers
};

/// What an image stands on, by name and tag. `value` is the name with its variables put in.
[[nodiscard]] BaseImage describe_image(const syntax::ImageReference& value);

/// "debian:bookworm-slim", "ubuntu:22.04", "alpine:3.20": the plain image of a distribution's release, as small as it comes.
/// Empty for families that have none here.
[[nodiscard]] std::string plain_image(Family family, std::string_view release);

/// The tag of the small variant of an official language image (node, oven/bun …): `20` → `20-slim`; a tag that is small already, or
/// Alpine's, stays. `written` may hold variables, `value` is the same with their values.
[[nodiscard]] std::string slim_tag(std::string_view written, std::string_view value);

/// True for the tag of a variant without compilers: slim, alpine, distroless.
[[nodiscard]] bool contains_slim(std::string_view tag);

/// The user without rights that an image brings: "node" for node images; empty when it has none.
[[nodiscard]] std::string_view own_user(std::string_view familiar_name);

/// The Alpine release to stand on when nothing asks for another.
inline constexpr std::string_view default_alpine = "3.22";
/// The Debian release that distroless images and new lines stand on when nothing asks for another.
inline constexpr std::string_view default_debian = "bookworm";

/// Debian's number of a release: "12" for bookworm; empty for an unknown one.
[[nodiscard]] std::string_view debian_number(std::string_view release);

}  // namespace slipway::catalog
