#include "syntax/image_reference.h"

#include <doctest/doctest.h>

namespace slipway::syntax {

namespace {

/// registry|path|tag|digest, with the ranges checked against the parts.
std::string parts(std::string_view name) {
  const auto image = parse_image_reference(name);
  const auto check = [name](text::TextRange range, const std::string& text) { CHECK(name.substr(range.begin, range.size()) == text); };
  check(image.registry_range, image.registry);
  check(image.path_range, image.path);
  check(image.tag_range, image.tag);
  check(image.digest_range, image.digest);
  return image.registry + "|" + image.path + "|" + image.tag + "|" + image.digest;
}

}  // namespace

TEST_CASE("a name is cut into registry, path, tag and digest") {
  CHECK(parts("node") == "|node||");
  CHECK(parts("node:20-slim") == "|node|20-slim|");
  CHECK(parts("bitnami/node:20@sha256:abc") == "|bitnami/node|20|sha256:abc");
  CHECK(parts("ghcr.io/a/b:1") == "ghcr.io|a/b|1|");
  CHECK(parts("localhost:5000/a") == "localhost:5000|a||");
  CHECK(parts("localhost/a") == "localhost|a||");
  CHECK(parts("Registry/a") == "Registry|a||");
  CHECK(parts("a:") == "|a||");
  CHECK(parts("") == "|||");
}

TEST_CASE("variables keep their punctuation to themselves") {
  CHECK(parts("node:${V:-20/x}") == "|node|${V:-20/x}|");
  CHECK(parts("${REGISTRY:-docker.io}/node:$TAG@$DIGEST") == "${REGISTRY:-docker.io}|node|$TAG|$DIGEST");
  CHECK(parts("$BASE") == "|$BASE||");
  CHECK(parts("my$X/node") == "|my$X/node||");
  CHECK(parts("${BASE") == "|${BASE||");
}

TEST_CASE("short and familiar names") {
  CHECK(parse_image_reference("docker.io/library/node:20").short_name() == "node");
  CHECK(parse_image_reference("docker.io/library/node:20").familiar_name() == "node");
  CHECK(parse_image_reference("library/node").familiar_name() == "node");
  CHECK(parse_image_reference("bitnami/node").familiar_name() == "bitnami/node");
  CHECK(parse_image_reference("gcr.io/distroless/base").familiar_name() == "gcr.io/distroless/base");
}

TEST_CASE("good names have no error") {
  const std::string hex(64, 'a');
  for (const auto& name : {std::string("node"), std::string("a/b_c__d--e.f"), std::string("localhost:5000/a:B_c.d-e"),
                           std::string("EXAMPLE/a"), std::string("[::1]:80/a"), "node:1@sha256:" + hex, std::string("a_b.c/img"), hex + "a",
                           std::string("docker.io/node"), "node@sha256:" + hex}) {
    CAPTURE(name);
    CHECK_FALSE(image_reference_error(name));
  }
}

TEST_CASE("bad names get distribution's sentence") {
  const auto error = [](std::string_view name) { return image_reference_error(name).value_or(""); };
  const std::string hex(64, 'a');
  CHECK(error(hex) == "invalid repository name (" + hex + "), cannot specify 64-byte hexadecimal strings");
  CHECK(error("Abc") == "invalid reference format: repository name (library/Abc) must be lowercase");
  CHECK(error("a/B:C") == "invalid reference format: repository name (a/B) must be lowercase");
  CHECK(error("a_B.c/img") == "repository name must be lowercase");
  for (const auto* name :
       {"", "a b", "a:", "a//b", "/a", "a/", "a___b", "a..b", "-a", "a:b:c", "a@", "a@sha256:12", "a:b/c", "http://a/b", "a.b:x/c"}) {
    CAPTURE(name);
    CHECK(error(name) == "invalid reference format");
  }
  CHECK(error(std::string(256, 'a')) == "repository name must not be more than 255 characters");
  CHECK(error("a@sha256:" + std::string(63, 'a')) == "invalid checksum digest length");
  CHECK(error("a@md5:" + hex) == "unsupported digest algorithm");
  CHECK(error("a@sha256:" + std::string(64, 'A')) == "invalid checksum digest format");
}

}  // namespace slipway::syntax
