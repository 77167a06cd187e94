#include <doctest/doctest.h>

#include "host/uri.h"
#include "jsonrpc/writer.h"
#include "lsp/basic.h"

namespace slipway {

using jsonrpc::json_string;

TEST_CASE("writer: commas stand between, and nowhere else") {
  jsonrpc::Writer out;
  out.begin_object().key("a").begin_array().number(-1).null().boolean(true).begin_object().end_object().end_array();
  out.key("b").text("x").key("c").begin_array().end_array().end_object();
  CHECK(out.take() == R"({"a":[-1,null,true,{}],"b":"x","c":[]})");
}

TEST_CASE("writer: strings are valid JSON whatever bytes they hold") {
  CHECK(json_string("a\"\\\n\r\t\x01/é€😀") == "\"a\\\"\\\\\\n\\r\\t\\u0001/é€😀\"");
  CHECK(json_string("\x80|\xC3|\xC0\xAF|\xED\xA0\x80|\xF5\x80\x80\x80|\xF0\x9F\x98") ==
        "\"\uFFFD|\uFFFD|\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD\"");
}

TEST_CASE("writer: the largest range fits") {
  const lsp::Position last{UINT32_MAX, UINT32_MAX};
  CHECK(lsp::to_json(lsp::Range{last, last}) ==
        R"({"start":{"line":4294967295,"character":4294967295},"end":{"line":4294967295,"character":4294967295}})");
}

TEST_CASE("uri: file URIs are paths, everything else has none") {
  CHECK(host::path_of_uri("file:///a%20b/D%C3%A9/Dockerfile") == "/a b/Dé/Dockerfile");
  CHECK(host::path_of_uri("FILE://localhost/a?x#y") == "/a");
  CHECK(host::path_of_uri("file://server/share/a") == "//server/share/a");
  CHECK(host::path_of_uri("file:///100%/%zz%4") == "/100%/%zz%4");
  CHECK(host::path_of_uri("file:///a%00b").empty());
  CHECK(host::path_of_uri("file://").empty());
  CHECK(host::path_of_uri("untitled:Untitled-1").empty());
  CHECK(host::path_of_uri("git:/a/Dockerfile").empty());
  CHECK(host::path_of_uri("vscode-vfs://github/a/Dockerfile").empty());
  CHECK(host::path_of_uri("").empty());
}

TEST_CASE("uri: a path goes there and back") {
  for (const std::string path : {"/a", "/a b/c#d?e%f", "/é/😀", "/a/[b]"}) {
    CHECK(host::path_of_uri(host::uri_of_path(path)) == path);
  }
  CHECK(host::uri_of_path("/a b") == "file:///a%20b");
}

TEST_CASE("uri: the folder of a path") {
  CHECK(host::folder_of("/a/b") == "/a");
  CHECK(host::folder_of("/a") == "/");
  CHECK(host::folder_of("").empty());
}

}  // namespace slipway
