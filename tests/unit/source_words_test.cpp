// Words that BuildKit reads after putting variables in: ports, platforms, sources of ADD, modes, signals.

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "syntax/file_mode.h"
#include "syntax/git_reference.h"
#include "syntax/platform_name.h"
#include "syntax/port_spec.h"
#include "syntax/signal_name.h"

namespace slipway::syntax {

TEST_CASE("ports are cut into ip, host, container and protocol") {
  const auto parts = [](std::string_view word) {
    const auto port = parse_port_spec(word);
    CHECK_MESSAGE(!port.error, word << ": " << port.error.value_or(""));
    return port.ip + "|" + port.host + "|" + port.container + "|" + port.protocol;
  };
  CHECK(parts("80") == "||80|tcp");
  CHECK(parts("80-90/UDP") == "||80-90|UDP");
  CHECK(parts(":80/") == "||80|tcp");
  CHECK(parts("127.0.0.1:1:80") == "127.0.0.1|1|80|tcp");
  CHECK(parts("[::1]::80") == "::1||80|tcp");
  CHECK(parts("::1::80") == "::1||80|tcp");
  CHECK(parts("80-80") == "||80-80|tcp");
}

TEST_CASE("broken ports") {
  const auto error = [](std::string_view word) { return parse_port_spec(word).error.value_or("none"); };
  CHECK(error("/tcp") == "invalid port: \"/tcp\": no port specified");
  CHECK(error("80/http") == "invalid port: \"80/http\": invalid proto: http");
  CHECK(error("1.2.3:1:80") == "invalid IP address: 1.2.3");
  CHECK(error("01.2.3.4:1:80") == "invalid IP address: 01.2.3.4");
  CHECK(error("a") == "invalid containerPort: a");
  CHECK(error("65536") == "invalid containerPort: 65536");
  CHECK(error("90-80") == "invalid containerPort: 90-80");
  CHECK(error("a:80") == "invalid hostPort: a");
  CHECK(error("1-2:80-82") == "invalid ranges specified for container and host Ports: 80-82 and 1-2");
  CHECK(error("1-2:80") == "none");
}

TEST_CASE("platforms are normalized") {
  const auto name = [](std::string_view text) {
    const auto platform = parse_platform(text);
    CHECK_MESSAGE(!platform.error, text << ": " << platform.error.value_or(""));
    return platform.os + "/" + platform.architecture + (platform.variant.empty() ? "" : "/" + platform.variant);
  };
  CHECK(name("linux") == "linux/amd64");
  CHECK(name("macOS/aarch64") == "darwin/arm64");
  CHECK(name("x86-64") == "linux/amd64");
  CHECK(name("linux/arm/7") == "linux/arm/v7");
  CHECK(name("linux/arm") == "linux/arm");
  CHECK(name("armel") == "linux/arm/v6");
  CHECK(name("linux/arm64") == "linux/arm64");
  CHECK(name("linux/arm64/8") == "linux/arm64/v8");
  CHECK(name("windows(10.0.17763)/amd64") == "windows/amd64");
  CHECK(name("any/thing") == "any/thing");
}

TEST_CASE("broken platforms") {
  const auto error = [](std::string_view text) { return parse_platform(text).error.value_or("none"); };
  CHECK(error("nope") == "\"nope\": unknown operating system or architecture: invalid argument");
  CHECK(error("a/b/c/d") == "\"a/b/c/d\": cannot parse platform specifier: invalid argument");
  CHECK(error("linux/*") == "\"linux/*\": wildcards not yet supported: invalid argument");
  CHECK(
      error("linux/a b") ==
      "\"a b\" is an invalid component of \"linux/a b\": platform specifier component must match \"^[A-Za-z0-9_.-]+$\": invalid argument");
  CHECK(error("li.nux/a").find("\"li.nux\" is an invalid OS component of \"li.nux/a\"") == 0);
}

TEST_CASE("sources of ADD") {
  const auto kind = [](std::string_view text) { return parse_copy_source(text).kind; };
  for (const auto* text : {"a", "./x.git", "github", "ftp://h/x.git", "a@b", "user@:x"}) CHECK(kind(text) == SourceKind::Local);
  for (const auto* text : {"http://h/x", "https://h/x.git/y", "https://h/%zz.git"}) CHECK(kind(text) == SourceKind::Http);
  for (const auto* text : {"https://h/x.git", "http://h/x.git#main:sub", "https://h/x.git?ref=a", "git://h/x", "ssh://git@h/x", "git@h:x/y",
                           "HTTPS://h/x.git"}) {
    CAPTURE(text);
    CHECK(kind(text) == SourceKind::Git);
  }
  CHECK(kind("github.com/a/b") == SourceKind::GitLikeLocal);
}

TEST_CASE("queries of git URLs") {
  const auto error = [](std::string_view query) {
    return parse_copy_source("https://h/x.git" + std::string(query)).error.value_or("none");
  };
  CHECK(error("?ref=a&subdir=b&submodules&keep-git-dir=false&mtime=commit") == "none");
  CHECK(error("?ref=") == "query \"ref\" has no value");
  CHECK(error("?ref=a&ref=b") == "query \"ref\" has multiple values");
  CHECK(error("?foo=a") == "unexpected query \"foo\"");
  CHECK(error("?ref=a#b") == "ref conflicts: \"b\" vs \"a\"");
  CHECK(error("?subdir=a#:/b") == "subdir conflicts: \"b\" vs \"a\"");
  CHECK(error("?tag=a&branch=b") == "branch conflicts with tag");
  CHECK(error("?tag=v1#v1") == "ref conflicts: \"v1\" vs \"refs/tags/v1\"");
  CHECK(error("?keep-git-dir=x") == "invalid keep-git-dir value: \"x\"");
  CHECK(parse_copy_source("git@h:x.git?checksum=abc").checksum == "abc");
}

TEST_CASE("modes") {
  for (const auto* mode : {"755", "07777", "u+x", "a=rX,go-w", "=", "u=rw+s", "+t", "g=u-w"}) CHECK_FALSE(file_mode_error(mode));
  CHECK(file_mode_error("8") == "invalid chmod parameter: '8'. it should be octal string and between 0 and 07777");
  CHECK(file_mode_error("10000") == "invalid chmod parameter: '10000'. it should be octal string and between 0 and 07777");
  for (const auto* mode : {"x", "u", "u+x,", "u+5", "+x-"}) {
    CAPTURE(mode);
    CHECK(file_mode_error(mode) == (std::string_view(mode) == "+x-" ? std::nullopt : std::optional<std::string>("invalid syntax")));
  }
}

TEST_CASE("signals") {
  for (const auto* text : {"9", "-1", "SIGTERM", "term", "sigRtmin+15", "RTMAX-14"}) CHECK(is_signal(text));
  for (const auto* text : {"", "0", "NOPE", "RTMIN+16", "RTMIN+01", "RTMAX+1", "SIGSIGTERM"}) CHECK_FALSE(is_signal(text));
}

}  // namespace slipway::syntax
